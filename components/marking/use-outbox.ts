"use client";

import { useState, useSyncExternalStore } from "react";

import { openOutbox, type OutboxOwner } from "./browser-outbox";
import type { Outbox, OutboxSnapshot } from "./outbox-types";

const NOTHING: OutboxSnapshot = { pending: new Map(), status: "online", sentences: [], isKept: true };

/** The outbox of a person in a team, and what it holds; null and empty on the server and while a page comes to life. */
export function useOutbox({ personId, teamSlug }: OutboxOwner): [OutboxSnapshot, Outbox | null] {
  const [outbox] = useState(() => (typeof window === "undefined" ? null : openOutbox({ personId, teamSlug })));
  const snapshot = useSyncExternalStore(
    outbox?.subscribe ?? neverChanges,
    () => outbox?.snapshot() ?? NOTHING,
    () => NOTHING,
  );
  return [snapshot, outbox];
}

function neverChanges(): () => void {
  return () => undefined;
}
