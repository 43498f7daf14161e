"use client";

import type { Ref } from "react";

import { BOARD_KEYS } from "./board-keys";

const SHOWN_AS: Record<string, string> = { ArrowDown: "↓", ArrowUp: "↑", Backspace: "⌫" };

/** The keys of the board, in a dialog that `?` opens. */
export function BoardHelp({ ref }: { ref: Ref<HTMLDialogElement> }) {
  return (
    <dialog ref={ref} className="board-help" aria-labelledby="board-help-title">
      <h2 id="board-help-title">Keys</h2>
      <dl>
        {BOARD_KEYS.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{SHOWN_AS[key] ?? key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>Enter</kbd>
          </dt>
          <dd>Open the announcement</dd>
        </div>
      </dl>
      <form method="dialog">
        <button className="note-save">Close</button>
      </form>
    </dialog>
  );
}
