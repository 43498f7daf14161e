"use client";

import { useEffect } from "react";

import { useBoard } from "./board-provider";

/** Long enough to read and to reach Undo. */
const SHOWN_FOR_MS = 8_000;

/** Says what was stored or why it was not, to eyes and screen readers alike. A refusal stays until it is answered. */
export function BoardToast() {
  const [message, store] = useBoard((board) => board.message);

  useEffect(() => {
    if (!message || message.retry) return;
    const timer = setTimeout(store.dismiss, SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [message, store]);

  return (
    <div className="board-toast" role="status" data-shown={message ? true : undefined}>
      {message?.text}
      {message?.canUndo && (
        <button type="button" onClick={store.undo}>
          Undo
        </button>
      )}
      {message?.retry && (
        <>
          <button type="button" onClick={message.retry}>
            Retry
          </button>
          <button type="button" onClick={store.dismiss}>
            Dismiss
          </button>
        </>
      )}
    </div>
  );
}
