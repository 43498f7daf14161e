"use client";

import { useEffect, useEffectEvent } from "react";

import { reviewCommand, type ReviewCommand } from "./review-keys";

const TYPING =
  "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog, [role=dialog], [role=menu]";

/** Calls `act` for every key that is the review's, wherever on the page the focus is. */
export function useReviewKeys(act: (command: ReviewCommand) => void) {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const isChoosing = Boolean(target?.matches("input[type=radio]"));
    const where = {
      isTyping: Boolean(target?.closest(TYPING)) || event.isComposing,
      isInList: Boolean(target?.closest(".imp-candidates")) && !isChoosing,
    };
    const command = event.defaultPrevented ? null : reviewCommand(event, where);
    if (!command) return;
    event.preventDefault();
    act(command);
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}
