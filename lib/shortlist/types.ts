import type { Availability, Category } from "@/lib/recap/types";
import type { ToldDecision } from "@/lib/voting/decisions/decision";
import type { Choice, Lean, Tally } from "@/lib/voting/types";

/** Why an announcement is on the shortlist: a lead decided to adopt it, or most marks say adopt and nobody settled it. */
export type ShortlistStanding = "decided" | "leans";

/** What the selection looks at, for each announcement of a conference that somebody marked or a lead settled. */
export type ShortlistCandidate = {
  id: string;
  title: string;
  decision: Choice | null;
  /** The lead's order of what is decided, lowest first; null where nothing is. */
  place: number | null;
  /** Null where nobody has marked, and where others' marks are hidden. */
  lean: Lean | null;
  /** Null where others' marks are hidden: in a blind round, before one's own. */
  tally: Tally | null;
};

/** One announcement that was selected, in its place. */
export type ShortlistEntry = {
  id: string;
  standing: ShortlistStanding;
  /** Lower bound of the adopt share, 0 to 1, by which what leans is ordered; null where marks are hidden. */
  support: number | null;
};

/** A note beside a mark; without a name where people are left out. */
export type ShortlistNote = { name: string | null; choice: Choice; note: string };

/** One announcement of the shortlist as pages and exports show it. */
export type ShortlistRow = ShortlistEntry & {
  slug: string;
  title: string;
  services: string[];
  category: Category;
  availability: Availability;
  /** How many of the team have marked. */
  marks: number;
  tally: Tally | null;
  lean: Lean | null;
  /** Members who have not marked, which is never the same as ignore. */
  unmarked: number;
  /** What a lead settled; null for what leans. */
  decision: ToldDecision | null;
  /** Where the owner is reached, for tools that know people by it. */
  ownerEmail: string | null;
  /** Adopts first, each the latest first. */
  notes: ShortlistNote[];
  /** The vendor's best link. */
  link: string | null;
  /** The announcement's page in this installation. */
  address: string;
};
