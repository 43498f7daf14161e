"use client";

import { use, useEffect, useEffectEvent } from "react";

import type { LiveEvent } from "@/lib/live/types";

import { join } from "./browser-live";
import { LiveContext } from "./live-scope";

/**
 * Calls `onEvent` with what others, and oneself in other windows, change in a conference of the team, from the moment on at
 * which the server drew the page (`since`). Nothing happens where events are blocked.
 */
export function useLive(conference: string, since: string, onEvent: (event: LiveEvent) => void): void {
  const scope = use(LiveContext);
  const hear = useEffectEvent((event: LiveEvent) => {
    if (event.kind === "reload" || event.conference === conference) onEvent(event);
  });
  // What is drawn anew later is newer than what was heard by then.
  const from = useEffectEvent(() => since);
  const team = scope?.team;
  const person = scope?.person;
  useEffect(() => (team && person ? join({ team, person }, from(), hear) : undefined), [team, person]);
}
