"use client";

import { useState } from "react";

import { buttonClass } from "@/components/ui/button-class";

/** Hands over a note that cannot be stored, so that it is not lost. */
export function CopyNote({ text }: { text: string }) {
  const [said, setSaid] = useState("Copy note");

  async function copy() {
    // Browsers have no clipboard on plain http; the text then stays to be marked by hand.
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setSaid(isCopied ? "Copied" : "Copy it from the field");
  }

  return (
    <button type="button" className={buttonClass()} onClick={() => void copy()}>
      <span role="status">{said}</span>
    </button>
  );
}
