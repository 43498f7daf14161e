"use client";

import { useId, useState } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { inputClass } from "@/components/ui/input-class";

type Props = { label: string; value: string; hint: string };

/** A value to take along: selected on focus, and copied by the button where the browser allows it. */
export function CopyField({ label, value, hint }: Props) {
  const id = useId();
  const [outcome, setOutcome] = useState("");

  async function handleCopy() {
    try {
      await navigator.clipboard.writeText(value);
      setOutcome("Copied.");
    } catch {
      // Plain http on another machine has no clipboard: the text is selected instead.
      document.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`)?.select();
      setOutcome("Selected. Copy it with your keyboard.");
    }
  }

  return (
    <div className="flex flex-col gap-1.5 rounded-md border border-line bg-accent-soft p-3">
      <label htmlFor={id} className="text-sm font-medium text-ink">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          readOnly
          value={value}
          aria-describedby={`${id}-hint`}
          onFocus={(event) => event.target.select()}
          className={inputClass}
        />
        <button type="button" onClick={handleCopy} className={buttonClass()}>
          Copy
        </button>
      </div>
      <p id={`${id}-hint`} className="text-xs text-ink-2">
        {hint}{" "}
        <span role="status" className="font-medium text-ink">
          {outcome}
        </span>
      </p>
    </div>
  );
}
