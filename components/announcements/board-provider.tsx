"use client";

import { createContext, use, useState, useSyncExternalStore, type ReactNode } from "react";

import type { OpenedBoard } from "./board-state";
import { createBoardStore, type BoardSnapshot, type BoardStore } from "./board-store";
import { sendMark } from "./send-mark";

const BoardContext = createContext<BoardStore | null>(null);

/**
 * Holds the board that the server opened, for the rows and for the counts above them, so that a mark moves all of them.
 * A page that the server sends anew replaces it.
 */
export function BoardProvider({ board, door, children }: { board: OpenedBoard; door: string; children: ReactNode }) {
  const [opened, setOpened] = useState(board);
  const [store, setStore] = useState(() => open(board, door));
  if (opened !== board) {
    setOpened(board);
    setStore(open(board, door));
  }
  return <BoardContext value={store}>{children}</BoardContext>;
}

/** The store of the board around, with what of it is shown. */
export function useBoard<T>(select: (snapshot: BoardSnapshot) => T): [T, BoardStore] {
  const store = use(BoardContext);
  if (!store) throw new Error("useBoard needs a BoardProvider above it");
  const read = () => select(store.snapshot());
  return [useSyncExternalStore(store.subscribe, read, read), store];
}

function open(board: OpenedBoard, door: string): BoardStore {
  return createBoardStore(board, (id, wish) => sendMark(door, id, wish));
}
