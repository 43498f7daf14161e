import type { Delivery } from "../decisions/decision";
import type { Choice } from "../types";

/** What a line leads to. */
export type Place = { slug: string; name: string };

/** One thing that happened in a team, or several of a kind that one person did. */
export type SinceLine = SinceWhat & {
  /** No two lines have the same. */
  id: string;
  /** When it happened, the last of it; ISO 8601, UTC. */
  at: string;
  /** Null for what the clock or an import did. */
  by: { personId: string; name: string } | null;
};

export type SinceWhat =
  /** `mostly` is what more than half of them are, null where that is hidden from the viewer or not so. */
  | { kind: "marked"; conference: Place; marks: number; mostly: Choice | null }
  | { kind: "marked-one"; announcement: Place; choice: Choice }
  | { kind: "changed"; announcement: Place; from: Choice; to: Choice }
  | { kind: "changed-many"; conference: Place; marks: number }
  | { kind: "withdrew"; conference: Place; marks: number }
  | { kind: "settled"; announcement: Place; choice: Choice; reason: string }
  | { kind: "reopened"; announcement: Place }
  | { kind: "delivered"; announcement: Place; delivery: Delivery }
  /** `excerpt` is the beginning of what was said, when it was said once. */
  | { kind: "commented"; announcement: Place; comments: number; excerpt: string | null }
  | { kind: "announced"; conference: Place; announcements: number }
  | { kind: "round-closed"; conference: Place }
  | { kind: RoundSet; conference: Place; closesAt: string; timeZone: string };

export type RoundSet = "round-opened" | "round-reopened" | "round-extended" | "round-changed";

/** What changed in a team since the viewer was on its page. */
export type Since = {
  /** When that was; ISO 8601, UTC. Null on the first visit, which has nothing before it. */
  since: string | null;
  /** The newest first. */
  lines: SinceLine[];
  /** Whether there are more lines than were asked for. */
  hasEarlier: boolean;
};
