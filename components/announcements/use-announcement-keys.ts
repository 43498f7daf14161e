"use client";

import { useEffect, useEffectEvent } from "react";

import { announcementCommand, type AnnouncementCommand } from "./announcement-keys";

const TYPING = "input:not([type=radio]), textarea, select, [contenteditable], dialog, [role=dialog], [role=menu]";

/** Calls `act` for every key that is the announcement page's, wherever on the page the focus is. */
export function useAnnouncementKeys(act: (command: AnnouncementCommand) => void) {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const command = event.defaultPrevented ? null : announcementCommand(event, Boolean(target?.closest(TYPING)));
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
