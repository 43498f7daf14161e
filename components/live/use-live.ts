"use client";

import { use, useEffect, useEffectEvent } from "react";

import type { LiveEvent } from "@/lib/live/types";

import { LiveContext } from "./live-scope";

/** How long after the page is ready what listens is loaded, in ms, where the browser does not say when it has time. */
const SOON = 300;

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
  useEffect(() => {
    if (!team || !person) return;
    let leave = () => {};
    let isLeft = false;
    const cancel = whenIdle(async () => {
      const { join } = await import("./browser-live").catch(() => ({ join: null }));
      if (!isLeft && join) leave = join({ team, person }, from(), hear);
    });
    return () => {
      isLeft = true;
      cancel();
      leave();
    };
  }, [team, person]);
}

function whenIdle(work: () => Promise<void>): () => void {
  if (typeof requestIdleCallback === "function") {
    const asked = requestIdleCallback(() => void work(), { timeout: 2000 });
    return () => cancelIdleCallback(asked);
  }
  const timer = setTimeout(() => void work(), SOON);
  return () => clearTimeout(timer);
}
