import type { Choice } from "@/lib/voting/types";

/** A part of a text, from `start` up to and without `end`, in UTF-16 units. */
export type Range = readonly [start: number, end: number];

/** A text and the parts of it that were searched for, in order and apart from each other. */
export type Highlighted = { text: string; ranges: Range[] };

/** Where in what is said of an announcement a search was found, cut to a line. */
export type Snippet = Highlighted & {
  place: "summary" | "decision" | "note" | "comment" | "source";
  /** Who wrote it, or the title of the source; null for a summary. */
  of: string | null;
};

/** Why a row of a list is found: places in its title and in its services joined with ", ". */
export type SearchHit = {
  title: Range[];
  services: Range[];
  /** The viewer's own note as it was when it was found; null when it has nothing that was searched for. */
  note: Highlighted | null;
  /** What the row does not show itself; null when it shows everything that was searched for. */
  snippet: Snippet | null;
};

export type FoundAnnouncement = {
  slug: string;
  title: Highlighted;
  services: string[];
  conference: { slug: string; name: string };
  /** The viewer's own mark. */
  mine: Choice | null;
};

export type FoundService = {
  slug: string;
  name: Highlighted;
  /** The newest conference that announced something about it. */
  conference: { slug: string; name: string };
};

export type FoundConference = { slug: string; name: Highlighted; announcements: number };

/** What a search of the whole installation finds: at most eight of each kind, the best first. */
export type SearchAnswer = {
  /** What was searched for, as it was understood. */
  query: string;
  /** "closest" when nothing was found, and the announcements are what resembles it. */
  match: "exact" | "closest";
  announcements: FoundAnnouncement[];
  services: FoundService[];
  conferences: FoundConference[];
};
