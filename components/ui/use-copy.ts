"use client";

import { useState } from "react";

/**
 * Copies a text where the browser allows it; plain http on another machine has no clipboard, and there `select` selects what
 * is shown instead. `outcome` is what became of it, empty before.
 */
export function useCopy(select: () => void): { outcome: string; copy: (text: string) => Promise<void> } {
  const [outcome, setOutcome] = useState("");

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("Copied.");
    } catch {
      select();
      setOutcome("Selected. Copy it with your keyboard.");
    }
  }

  return { outcome, copy };
}
