"use client";

import { usePageKeys } from "@/components/ui/use-page-keys";

import { boardCommand, type BoardCommand } from "./board-keys";

const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable], dialog, [role=dialog], [role=menu]";

/** Calls `act` for every key that is the board's, wherever on the page the focus is. */
export function useBoardKeys(act: (command: BoardCommand) => void) {
  usePageKeys(commandFor, act);
}

function commandFor(event: KeyboardEvent, target: Element | null): BoardCommand | null {
  return boardCommand(event, {
    isTyping: Boolean(target?.closest(TYPING)),
    isInList: Boolean(target?.closest("tbody")),
    isOnButton: Boolean(target?.closest("button, input, summary")),
  });
}
