"use client";

import { createContext, use, useState, useSyncExternalStore, type ReactNode } from "react";

import { openOutbox, type OutboxOwner } from "@/components/marking/browser-outbox";

import type { OpenedBoard } from "./board-state";
import { createBoardStore, type BoardSnapshot, type BoardStore } from "./board-store";

const BoardContext = createContext<BoardStore | null>(null);

/**
 * Holds the board that the server opened, for the rows and for the counts above them, so that a mark moves all of them.
 * A page that the server sends anew replaces it.
 */
export function BoardProvider({
  board,
  owner,
  children,
}: {
  board: OpenedBoard;
  owner: OutboxOwner;
  children: ReactNode;
}) {
  const [opened, setOpened] = useState(board);
  const [store, setStore] = useState(() => open(board, owner));
  if (opened !== board) {
    setOpened(board);
    setStore(open(board, owner));
  }
  return <BoardContext value={store}>{children}</BoardContext>;
}

/** The store of the board around, with what of it is shown. */
export function useBoard<T>(select: (snapshot: BoardSnapshot) => T): [T, BoardStore] {
  const store = use(BoardContext);
  if (!store) throw new Error("useBoard needs a BoardProvider above it");
  const snapshot = useSyncExternalStore(
    store.subscribe,
    () => select(store.snapshot()),
    () => select(store.opened()),
  );
  return [snapshot, store];
}

function open(board: OpenedBoard, owner: OutboxOwner): BoardStore {
  return createBoardStore(board, typeof window === "undefined" ? null : openOutbox(owner));
}
