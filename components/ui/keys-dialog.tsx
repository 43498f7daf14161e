"use client";

import { useId, type Ref } from "react";

import { buttonClass } from "./button-class";
import { Kbd } from "./kbd";

const SHOWN_AS: Record<string, string> = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  ArrowLeft: "←",
  ArrowRight: "→",
  Backspace: "⌫",
  " ": "Space",
  "Shift+ ": "Shift Space",
};

type Props = { keys: readonly { keys: readonly string[]; does: string }[]; ref: Ref<HTMLDialogElement> };

/** The keys of a page, in a dialog that `?` opens. */
export function KeysDialog({ keys: meanings, ref }: Props) {
  const titleId = useId();
  return (
    <dialog
      ref={ref}
      className="m-auto w-100 max-w-[calc(100vw-2rem)] rounded-lg border border-line bg-surface p-5 text-sm shadow-3 backdrop:bg-scrim"
      aria-labelledby={titleId}
    >
      <h2 id={titleId}>Keys</h2>
      <dl>
        {meanings.map(({ keys, does }) => (
          <div
            key={does}
            className="flex min-h-8 flex-row-reverse items-center justify-between gap-4 border-b border-line"
          >
            <dt className="flex flex-none gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{SHOWN_AS[key] ?? key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog" className="mt-4">
        <button className={buttonClass("primary")}>Close</button>
      </form>
    </dialog>
  );
}
