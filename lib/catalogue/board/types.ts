import type { Availability, Category } from "@/lib/recap/types";
import type { Choice, Lean, Mine, Tally } from "@/lib/voting/types";

import type { ConferenceHead } from "../conference-head";

/** One announcement in a team's board, as plain as a list row needs it. */
export type BoardRow = {
  id: string;
  slug: string;
  title: string;
  category: Category;
  availability: Availability;
  /** Names of the services it is about. */
  services: string[];
  /** How many sources mention it. */
  mentions: number;
  comments: number;
  /** Null when the viewer has not marked it. */
  mine: Mine | null;
  /** How many of the team have marked. */
  marks: number;
  /** Null where others' marks are hidden: in a blind round, before one's own. */
  tally: Tally | null;
  lean: Lean | null;
  /** What a lead settled for the team. */
  decision: Choice | null;
};

export type Board = ConferenceHead & {
  rows: BoardRow[];
  /** The cursor of the next page, or null on the last. */
  next: string | null;
  /** "closest" when nothing matched the search as it was typed, and the rows are what resembles it. */
  match: "exact" | "closest";
  /** The categories that the conference has announcements in, in the order of the rows. */
  categories: Category[];
};
