"use client";

import { useEffect, useState, type ComponentType } from "react";

/** How long after the page is ready the rest is loaded, in ms, where the browser does not say when it has time. */
const SOON = 300;

/*
 * What hears the news of each page, loaded when the page is there and the browser has time: nobody waits for it, and where
 * it does not come the page works without.
 */

export const AnnouncementLive = later(async () => (await import("./announcement-live")).AnnouncementLive);
export const BoardLive = later(async () => (await import("./board-live")).BoardLive);
export const ListLive = later(async () => (await import("./list-live")).ListLive);
export const TriageLive = later(async () => (await import("./triage-live")).TriageLive);

function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return function Later(props: Props) {
    const [Loaded, setLoaded] = useState<ComponentType<Props> | null>(null);
    useEffect(
      () =>
        whenIdle(async () => {
          const loaded = await load().catch(() => null);
          if (loaded) setLoaded(() => loaded);
        }),
      [],
    );
    return Loaded && <Loaded {...props} />;
  };
}

function whenIdle(work: () => Promise<void>): () => void {
  if (typeof requestIdleCallback === "function") {
    const asked = requestIdleCallback(() => void work(), { timeout: 2000 });
    return () => cancelIdleCallback(asked);
  }
  const timer = setTimeout(() => void work(), SOON);
  return () => clearTimeout(timer);
}
