"use client";

import type { Ref } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { Kbd } from "@/components/ui/kbd";

import { BOARD_KEYS } from "./board-keys";

const SHOWN_AS: Record<string, string> = { ArrowDown: "↓", ArrowUp: "↑", Backspace: "⌫" };

const LINE = "flex min-h-8 flex-row-reverse items-center justify-between border-b border-line";

/** The keys of the board, in a dialog that `?` opens. */
export function BoardHelp({ ref }: { ref: Ref<HTMLDialogElement> }) {
  return (
    <dialog
      ref={ref}
      className="m-auto w-100 max-w-[calc(100vw-2rem)] rounded-lg border border-line bg-surface p-5 text-sm shadow-3 backdrop:bg-scrim"
      aria-labelledby="board-help-title"
    >
      <h2 id="board-help-title">Keys</h2>
      <dl>
        {BOARD_KEYS.map(({ keys, does }) => (
          <div key={does} className={LINE}>
            <dt className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{SHOWN_AS[key] ?? key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
        <div className={LINE}>
          <dt>
            <Kbd>Enter</Kbd>
          </dt>
          <dd>Open the announcement</dd>
        </div>
      </dl>
      <form method="dialog" className="mt-4">
        <button className={buttonClass("primary")}>Close</button>
      </form>
    </dialog>
  );
}
