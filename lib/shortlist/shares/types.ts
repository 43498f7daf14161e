import type { ShareKind } from "../export/types";

/** Whether a link still opens something; when it no longer does, what ended it. */
export type ShareState = "live" | "expired" | "revoked";

/** A link as its team sees it; the secret in its address is not kept. */
export type Share = {
  id: string;
  kind: ShareKind;
  /** Who it is for, as whoever made it wrote. */
  label: string;
  state: ShareState;
  /** Who made it. */
  by: string;
  /** When, ISO 8601 in UTC. */
  at: string;
  /** The last day on which it opens, in UTC, YYYY-MM-DD; null when it does not expire. */
  until: string | null;
  /** ISO 8601, UTC; null while it opens. */
  revokedAt: string | null;
  /** When somebody last opened it, ISO 8601 in UTC and to the minute; null while nobody has. */
  lastUsedAt: string | null;
  /** What it tells of people, besides the decisions. */
  shows: { people: boolean; notes: boolean };
  /** The filter in words; null when it shows all there is. */
  filter: string | null;
};
