"use client";

import { useEffect, useState } from "react";

import type { SearchAnswer } from "@/lib/catalogue/search/types";

/** How long somebody who types may pause between two letters. */
const PAUSE = 120;

export type Places =
  { state: "idle" | "waiting" } | { state: "found"; answer: SearchAnswer } | { state: "failed"; isOffline: boolean };

/**
 * What the team's search finds for what is typed. Only the answer to what is typed now is ever given: what was asked
 * before is called off, and dropped when it comes all the same. `again` asks once more.
 */
export function usePlaces(teamSlug: string | undefined, typed: string): { places: Places; again: () => void } {
  const query = typed.trim();
  const [tries, setTries] = useState(0);
  const [answered, setAnswered] = useState<{ query: string; tries: number; places: Places } | null>(null);
  const isAsked = teamSlug !== undefined && query !== "";

  useEffect(() => {
    if (!isAsked) return;
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      void search(`/teams/${teamSlug}/search?q=${encodeURIComponent(query)}`, leaving.signal).then((places) => {
        if (!leaving.signal.aborted) setAnswered({ query, tries, places });
      });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [isAsked, teamSlug, query, tries]);

  useEffect(() => {
    const listener = () => setTries((count) => count + 1);
    window.addEventListener("online", listener);
    return () => window.removeEventListener("online", listener);
  }, []);

  const isCurrent = answered?.query === query && answered.tries === tries;
  return { places: isAsked ? current(isCurrent ? answered : null) : IDLE, again: () => setTries((count) => count + 1) };
}

const IDLE: Places = { state: "idle" };

function current(answered: { places: Places } | null): Places {
  return answered?.places ?? { state: "waiting" };
}

async function search(address: string, signal: AbortSignal): Promise<Places> {
  try {
    const response = await fetch(address, { signal });
    return response.ok ? { state: "found", answer: await response.json() } : { state: "failed", isOffline: false };
  } catch {
    return { state: "failed", isOffline: !navigator.onLine };
  }
}
