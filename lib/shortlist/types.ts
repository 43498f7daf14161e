import type { Availability, Category } from "@/lib/recap/types";
import type { Choice, Lean, Tally } from "@/lib/voting/types";

/** Why an announcement is on the shortlist: a lead decided to adopt it, or most marks say adopt and nobody settled it. */
export type ShortlistStanding = "decided" | "leans";

/** What the selection looks at, for each announcement of a conference that somebody marked or a lead settled. */
export type ShortlistCandidate = {
  id: string;
  title: string;
  decision: Choice | null;
  /** Null where nobody has marked, and where others' marks are hidden. */
  lean: Lean | null;
  /** Null where others' marks are hidden: in a blind round, before one's own. */
  tally: Tally | null;
};

/** One announcement that was selected, in its place. */
export type ShortlistEntry = {
  id: string;
  standing: ShortlistStanding;
  /** Lower bound of the adopt share, 0 to 1, by which the list is ordered; null where marks are hidden. */
  support: number | null;
};

export type ShortlistNote = { name: string; choice: Choice; note: string };

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
  /** Members who have not marked, which is never the same as ignore. */
  unmarked: number;
  /** What the lead wrote with the decision. */
  reason: string;
  /** Adopts first, each the latest first. */
  notes: ShortlistNote[];
  /** The vendor's best link. */
  link: string | null;
  /** The announcement's page in this installation. */
  address: string;
};

/** A file format for a shortlist, as text that can be written piece by piece. */
export type ShortlistFormat = {
  extension: string;
  contentType: string;
  head: (about: ShortlistHeading) => string;
  row: (row: ShortlistRow) => string;
};

export type ShortlistHeading = { conference: string; team: string };
