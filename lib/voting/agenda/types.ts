import type { Availability } from "@/lib/recap/types";

import type { Decision } from "../decisions/decision";
import type { Choice, Lean, Tally } from "../types";

/** An announcement that leans one way is contested from this disagreement on: a seventh of the marks against all others. */
export const CONTESTED = 0.5;

/** Announcements of one page. */
export const AGENDA_PAGE = 20;

/** Settled announcements stay in their place this long, so that nothing moves under whoever goes through the list. */
export const STAYS_MINUTES = 60;

/** A note of one side, the longest first. */
export type SideNote = { personId: string; name: string; note: string };

/** Those who chose the same, and why. */
export type Side = {
  choice: Choice;
  /** Up to five, the strongest first; empty when nobody wrote why. */
  notes: SideNote[];
  /** Whether there are more than are given. */
  hasMore: boolean;
};

/** A comment that asks something and that nobody but its author has followed. */
export type OpenQuestion = { commentId: string; asker: string; question: string };

/** One announcement to talk about. */
export type AgendaItem = {
  id: string;
  slug: string;
  title: string;
  services: string[];
  availability: Availability;
  /** How many have marked. */
  marks: number;
  /** Null where others' marks are hidden from the viewer; then lean and disagreement are null too. */
  tally: Tally | null;
  lean: Lean | null;
  /** 0 to 1; null while nobody has marked. */
  disagreement: number | null;
  /** The two that stand against each other; one when everybody chose the same, none while nobody has marked. */
  sides: Side[];
  /** The latest three. */
  questions: OpenQuestion[];
  /** Set when it was settled a moment ago, and is shown in its place all the same. */
  decision: Decision | null;
};

/** What of an agenda nobody has settled: announcements, and how many open questions they have together. */
export type AgendaTotals = { items: number; split: number; contested: number; questions: number };

/** What was not adopted and is to be looked at again, because the day has come that was set. */
export type LookAgain = {
  /** The first twenty, the longest due first. */
  rows: { id: string; slug: string; title: string; decision: Decision }[];
  total: number;
};

/** What a closed round left with fewer marks than its quorum, and nobody has settled. */
export type UnderQuorum = {
  quorum: number;
  /** The first twenty, those with most marks first. */
  rows: { slug: string; title: string; marks: number }[];
  total: number;
};
