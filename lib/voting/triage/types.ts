import type { ConferenceHead } from "@/lib/catalogue/conference-head";
import type { FigureParts } from "@/lib/catalogue/figure-parts";
import type { Availability, Category } from "@/lib/recap/types";
import type { Choice, Lean, Mine, Tally } from "@/lib/voting/types";

import type { TriageAsk } from "./ask";

/** What a source makes of an announcement. */
export type SourceTake = { source: string; url: string | null; take: string | null };

/** What somebody else marked. */
export type Said = { personId: string; name: string; choice: Choice; note: string };

/** One announcement as triage shows it, in full: what is needed to mark it without another question. */
export type TriageCard = {
  id: string;
  slug: string;
  title: string;
  /** In our own words; what the first source said where there is none yet. */
  summary: string;
  category: Category;
  availability: Availability;
  services: { slug: string; name: string }[];
  figures: FigureParts[];
  /** How many sources mention it, and up to three of them, those with a take first. */
  mentions: number;
  takes: SourceTake[];
  comments: number;
  /** Null when the viewer has not marked it, which is never the same as ignored. */
  mine: Mine | null;
  /** How many of the team have marked it, the viewer included. */
  marks: number;
  /** Null while a blind round hides it. */
  tally: Tally | null;
  lean: Lean | null;
  decision: Choice | null;
  /** What others marked, up to eight, those with a note first; null while a blind round hides it. */
  others: Said[] | null;
  isPutOff: boolean;
  /** Where it stands in the order, opaque: what comes after and before it is asked with this. */
  cursor: string;
};

/** A stretch of the way through a conference. */
export type TriageStretch = {
  cards: TriageCard[];
  /** Whether more that needs a mark comes after the last of them. */
  hasMore: boolean;
};

/** One's own way through a conference when it ends. */
export type TriagePass = {
  /** One's own marks by choice, of the last thousand. */
  mine: Tally;
  /** Seconds spent, long pauses left out. */
  seconds: number;
  /** What one put off and has not marked since. */
  putOff: number;
  /** Announcements that the team is split on and nobody has settled, of what the viewer may see. */
  split: number;
};

/** Triage as its page opens: the head, where one stands, the next two, and what the progress is told from. */
export type Triage = TriageStretch & {
  head: ConferenceHead;
  ask: TriageAsk;
  /** The announcement before the first card in the order, marked or not. */
  previous: { slug: string; title: string } | null;
  putOff: number;
  /** Seconds between one's own last marks, oldest first. */
  gaps: number[];
  /** Only once nothing is left to go through. */
  pass: TriagePass | null;
};
