"use client";

import { useId, useRef } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { textareaClass } from "@/components/ui/input-class";
import { useCopy } from "@/components/ui/use-copy";

/** A text to take along: copied by the button where the browser allows it, else selected. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { outcome, copy } = useCopy(() => field.current?.select());

  return (
    <div className="copy-text">
      <label htmlFor={id}>{label}</label>
      <button type="button" onClick={() => copy(text)} className={buttonClass()}>
        Copy
      </button>
      <span role="status">{outcome}</span>
      <textarea id={id} ref={field} readOnly value={text} rows={8} className={textareaClass} />
    </div>
  );
}
