"use client";

import { useId, useRef, useState } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { textareaClass } from "@/components/ui/input-class";

/** A text to take along: copied by the button where the browser allows it, else selected. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState("");

  async function handleCopy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("Copied.");
    } catch {
      // Plain http on another machine has no clipboard.
      field.current?.select();
      setOutcome("Selected. Copy it with your keyboard.");
    }
  }

  return (
    <div className="copy-text">
      <label htmlFor={id}>{label}</label>
      <button type="button" onClick={handleCopy} className={buttonClass()}>
        Copy
      </button>
      <span role="status">{outcome}</span>
      <textarea id={id} ref={field} readOnly value={text} rows={8} className={textareaClass} />
    </div>
  );
}
