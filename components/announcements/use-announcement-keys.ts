"use client";

import { usePageKeys } from "@/components/ui/use-page-keys";

import { announcementCommand, type AnnouncementCommand } from "./announcement-keys";

const TYPING = "input:not([type=radio]), textarea, select, [contenteditable], dialog, [role=dialog], [role=menu]";

/** Calls `act` for every key that is the announcement page's, wherever on the page the focus is. */
export function useAnnouncementKeys(act: (command: AnnouncementCommand) => void) {
  usePageKeys(commandFor, act);
}

function commandFor(event: KeyboardEvent, target: Element | null): AnnouncementCommand | null {
  return announcementCommand(event, Boolean(target?.closest(TYPING)));
}
