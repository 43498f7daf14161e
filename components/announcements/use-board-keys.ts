"use client";

import { useEffect, useEffectEvent } from "react";

import { boardCommand, type BoardCommand } from "./board-keys";

const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable], dialog, [role=dialog], [role=menu]";

/** Calls `act` for every key that is the board's, wherever on the page the focus is. */
export function useBoardKeys(act: (command: BoardCommand) => void) {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const where = {
      isTyping: Boolean(target?.closest(TYPING)),
      isInList: Boolean(target?.closest("tbody")),
      isOnButton: Boolean(target?.closest("button, input, summary")),
    };
    const command = event.defaultPrevented ? null : boardCommand(event, where);
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
