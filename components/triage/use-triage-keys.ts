"use client";

import { useEffect, useEffectEvent } from "react";

import { triageCommand, type TriageCommand } from "./triage-keys";

const TYPING = "input, textarea, select, [contenteditable], dialog, [role=dialog], [role=menu]";
const CONTROL = "a, button, summary";

/** Calls `act` for every key that is triage's, wherever on the page the focus is. */
export function useTriageKeys(act: (command: TriageCommand) => void) {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const where = { isTyping: Boolean(target?.closest(TYPING)), isOnControl: Boolean(target?.closest(CONTROL)) };
    const command = event.defaultPrevented ? null : triageCommand(event, where);
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
