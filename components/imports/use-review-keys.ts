"use client";

import { usePageKeys } from "@/components/ui/use-page-keys";

import { reviewCommand, type ReviewCommand } from "./review-keys";

const TYPING =
  "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog, [role=dialog], [role=menu]";

/** Calls `act` for every key that is the review's, wherever on the page the focus is. */
export function useReviewKeys(act: (command: ReviewCommand) => void) {
  usePageKeys(commandFor, act);
}

function commandFor(event: KeyboardEvent, target: Element | null): ReviewCommand | null {
  const isChoosing = Boolean(target?.matches("input[type=radio]"));
  return reviewCommand(event, {
    isTyping: Boolean(target?.closest(TYPING)) || event.isComposing,
    isInList: Boolean(target?.closest(".imp-candidates")) && !isChoosing,
  });
}
