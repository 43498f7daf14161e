"use client";

import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";

import { openOutbox } from "@/components/marking/browser-outbox";
import { triagePath } from "@/components/paths";
import { triageQuery } from "@/lib/voting/triage/ask";
import type { Triage } from "@/lib/voting/triage/types";

import { createTriageStore, type TriageStore } from "./triage-store";
import type { TriageSnapshot } from "./triage-types";
import { browserWorld } from "./triage-world";

type Opened = { triage: Triage; teamSlug: string; personId: string };

type Held = Opened & { store: TriageStore };

const TriageContext = createContext<Held | null>(null);

/**
 * Holds the triage that the server opened. The address follows the card that is shown, so that a reload returns to it and
 * Back leaves; a page that the server sends anew replaces what is held.
 */
export function TriageProvider({ children, ...opened }: Opened & { children: ReactNode }) {
  const { triage, teamSlug, personId } = opened;
  const [held, setHeld] = useState<Held>(() => ({ ...opened, store: open(opened) }));
  if (held.triage !== triage) setHeld({ ...opened, store: open(opened) });
  const { store } = held;

  useEffect(() => {
    const leave = store.attach(openOutbox({ personId, teamSlug }));
    // The browser may have come back to an address that is further on than the page it kept.
    const at = new URLSearchParams(location.search).get("at");
    if (at && at !== slugShown(store)) void store.reopen(at);
    const stop = followAddress(store, held);
    const flush = () => (document.hidden ? store.flushNotes() : void store.refresh());
    document.addEventListener("visibilitychange", flush);
    addEventListener("pagehide", store.flushNotes);
    addEventListener("online", store.retry);
    return () => {
      store.flushNotes();
      document.removeEventListener("visibilitychange", flush);
      removeEventListener("pagehide", store.flushNotes);
      removeEventListener("online", store.retry);
      stop();
      leave();
    };
  }, [store, held, personId, teamSlug]);

  return <TriageContext value={held}>{children}</TriageContext>;
}

/** What of an open triage is shown, with its store and where it is. */
export function useTriage<T>(select: (snapshot: TriageSnapshot) => T): [T, Held] {
  const held = use(TriageContext);
  if (!held) throw new Error("useTriage needs a TriageProvider above it");
  const read = () => select(held.store.snapshot());
  return [useSyncExternalStore(held.store.subscribe, read, read), held];
}

function open({ triage, teamSlug }: Opened): TriageStore {
  const base = triagePath(teamSlug, triage.head.conference.slug);
  return createTriageStore(triage, browserWorld(base, triageQuery({ ...triage.ask, at: null })));
}

function slugShown(store: TriageStore): string | null {
  const { cards, at } = store.snapshot();
  return cards[at]?.slug ?? null;
}

/** Writes the card that is shown into the address, in place. */
function followAddress(store: TriageStore, { triage, teamSlug }: Held): () => void {
  let written: string | null = triage.ask.at;
  return store.subscribe(() => {
    const at = slugShown(store);
    if (at === written) return;
    written = at;
    history.replaceState(null, "", triagePath(teamSlug, triage.head.conference.slug, at, triage.ask));
  });
}
