"use client";

import { usePageKeys } from "@/components/ui/use-page-keys";

import { triageCommand, type TriageCommand } from "./triage-keys";

const TYPING = "input, textarea, select, [contenteditable], dialog, [role=dialog], [role=menu]";
const CONTROL = "a, button, summary";

/** Calls `act` for every key that is triage's, wherever on the page the focus is. */
export function useTriageKeys(act: (command: TriageCommand) => void) {
  usePageKeys(commandFor, act);
}

function commandFor(event: KeyboardEvent, target: Element | null): TriageCommand | null {
  const isTyping = Boolean(target?.closest(TYPING));
  return triageCommand(event, { isTyping, isOnControl: Boolean(target?.closest(CONTROL)) });
}
