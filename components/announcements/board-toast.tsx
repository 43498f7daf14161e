"use client";

import { useEffect } from "react";

import type { OutboxOwner } from "@/components/marking/browser-outbox";
import { MarkStatus } from "@/components/marking/mark-status";

import { useBoard } from "./board-provider";

const ACTION = "min-h-7 px-1 font-medium underline underline-offset-3";

/** Long enough to read and to reach Undo. */
const SHOWN_FOR_MS = 8_000;

/**
 * Says what was stored or why it was not, to eyes and screen readers alike, and above it what is not stored yet. A refusal
 * stays until it is answered.
 */
export function BoardToast({ owner }: { owner: OutboxOwner }) {
  const [message, store] = useBoard((board) => board.message);

  useEffect(() => {
    if (!message || message.retry) return;
    const timer = setTimeout(store.dismiss, SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [message, store]);

  return (
    <div className="board-notices pointer-events-none fixed bottom-5 left-1/2 z-30 flex w-max max-w-[calc(100vw-2rem)] -translate-x-1/2 flex-col items-center gap-2 *:pointer-events-auto max-sm:bottom-19">
      <MarkStatus owner={owner} />
      <div
        role="status"
        className="flex min-h-11 items-center gap-3 rounded-lg bg-ink px-3.5 py-2 text-sm text-canvas shadow-3 empty:hidden [&_:focus-visible]:outline-current"
      >
        {message?.text}
        {message?.canUndo && (
          <button type="button" className={ACTION} onClick={store.undo}>
            Undo
          </button>
        )}
        {message?.retry && (
          <>
            <button type="button" className={ACTION} onClick={message.retry}>
              Retry
            </button>
            <button type="button" className={ACTION} onClick={store.dismiss}>
              Dismiss
            </button>
          </>
        )}
      </div>
    </div>
  );
}
