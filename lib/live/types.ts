import type { Choice, Lean, Tally } from "@/lib/voting/types";

/** How a team stands on an announcement, as far as whoever is told may see it. */
export type Standing = {
  announcementId: string;
  /** How many have marked. */
  marks: number;
  /** Null where others' marks are hidden. */
  tally: Tally | null;
  lean: Lean | null;
  comments: number;
  decision: Choice | null;
};

/** What open pages are told. */
export type LiveEvent =
  | { kind: "standings"; conference: string; standings: Standing[] }
  /** The team's round for the conference was opened, changed or closed. */
  | { kind: "round"; conference: string }
  /** Too much happened to tell it one by one. */
  | { kind: "reload" };
