"use client";

import { useId, useRef } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { inputClass } from "@/components/ui/input-class";
import { useCopy } from "@/components/ui/use-copy";

type Props = { label: string; value: string; hint: string };

/** A value to take along: selected on focus, and copied by the button where the browser allows it. */
export function CopyField({ label, value, hint }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { outcome, copy } = useCopy(() => field.current?.select());

  return (
    <div className="flex flex-col gap-1.5 rounded-md border border-line bg-accent-soft p-3">
      <label htmlFor={id} className="text-sm font-medium text-ink">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          ref={field}
          readOnly
          value={value}
          aria-describedby={`${id}-hint`}
          onFocus={(event) => event.target.select()}
          className={inputClass}
        />
        <button type="button" onClick={() => copy(value)} className={buttonClass()}>
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
