import type { Availability, Category } from "@/lib/recap/types";
import type { Choice, Lean, Mine, Tally } from "@/lib/voting/types";

import type { ConferenceHead } from "../conference-head";
import type { SearchHit } from "../search/types";
import type { SavedView } from "../views/types";
import type { Facet } from "./filter";
import type { Gone } from "./gone";

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
  /** Why a search found it. */
  hit?: SearchHit;
};

/** How rows were found: as the search was typed, or, when nothing matched that, by resembling it. */
export type Match = "exact" | "closest";

/** What a value of a facet would show. */
export type BoardFacets = {
  /** How many match everything that is chosen. */
  total: number;
  /** By facet and value; what is not there is none. */
  counts: Record<Facet, Record<string, number>>;
  /** The sources and services that are offered, by id and by slug. */
  names: { source: FacetName[]; service: FacetName[] };
  /** Announcements of the whole conference that lean to adopt and that are decided. */
  views: { adopt: number; decided: number };
};

export type FacetName = { value: string; name: string };

export type Board = ConferenceHead & {
  rows: BoardRow[];
  /** The cursor of the next page, or null on the last. */
  next: string | null;
  match: Match;
  /** The search as it was probably meant, when nothing matched it and something matches that. */
  suggestion: string | null;
  /** The categories that the conference has announcements in, in the order of the rows. */
  categories: Category[];
  /** Null in a conference so large that its facets are asked for once the page is shown. */
  facets: BoardFacets | null;
  saved: SavedView[];
  /** What the filter asks for that is not here any more; the rest of it is shown. */
  gone: Gone[];
};
