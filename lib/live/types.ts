import type { Delivery } from "@/lib/voting/decisions/decision";
import type { Round } from "@/lib/voting/round-types";
import type { Choice, Lean, Mine, Tally } from "@/lib/voting/types";

/** Where a team stands on an announcement, as far as somebody may know. */
export type Standing = {
  announcementId: string;
  /** How many have marked. */
  marks: number;
  /** Null while it is hidden. */
  tally: Tally | null;
  /** Null while nobody has marked, and while it is hidden. */
  lean: Lean | null;
  comments: number;
  decision: Choice | null;
  /** Where what is decided stands in the lead's order, and how far it is carried out; null while nothing is. */
  carried?: { place: number; delivery: Delivery } | null;
  /** One's own mark, where it may have changed in another window; absent where it did not. */
  mine?: Mine | null;
};

/** What an open page is told. Everything says how it is now, so that hearing it twice changes nothing. */
export type LiveEvent =
  | { kind: "standings"; conference: string; standings: Standing[] }
  /** How many announcements a conference has, and the team's round in it. */
  | { kind: "conference"; conference: string; announcements: number; round: Round | null }
  /** So much changed that looking again is less than being told. */
  | { kind: "reload" };

/** What changed since a page was drawn or last heard something, and the moment up to which that is all. */
export type CatchUp = { until: string; events: LiveEvent[] };
