import type { Round } from "./round-types";

/** How far the viewer and their team are with a conference. */
export type ConferenceProgress = {
  slug: string;
  name: string;
  /** Days in ISO form, null when not known. */
  startsOn: string | null;
  endsOn: string | null;
  announcements: number;
  /** How many of them the viewer has marked. */
  mine: number;
  /** Marks of the team's members out of all they could make, 0 to 1. */
  teamShare: number;
  /** Announcements the team is split on that nobody has settled. */
  split: number;
  /** Announcements decided to adopt; at most 1,000. */
  adopted: number;
  round: Round | null;
  /** What the viewer can still mark: nothing once the round is closed. */
  left: number;
};

/** Who has marked how much of one conference; for leads. */
export type MarkedBy = {
  conference: { slug: string; name: string };
  announcements: number;
  /** How many have marked nothing of it, the viewer and those who joined after its round had closed left out. */
  notStarted: number;
  /** Most first. */
  people: { personId: string; name: string; marked: number }[];
  /** Of those who have not started as many as are reminded at once. */
  waiting: Waiting[];
  /** Whether there is still time to mark. */
  isOpen: boolean;
};

export type Waiting = {
  personId: string;
  name: string;
  /** When they were asked for their marks, if that was within a day; ISO 8601, UTC. */
  remindedAt: string | null;
};

export type Overview = {
  /** How many seconds the viewer takes for an announcement, by their last marks. */
  pace: number;
  /** When it was read; ISO 8601, UTC. */
  now: string;
  people: number;
  leads: number;
  conferences: ConferenceProgress[];
  /** Gives the next page as `after`; null on the last. */
  next: string | null;
  /** The conference of this page to go on with: whose round closes first, else the newest with something left. */
  unfinished: ConferenceProgress | null;
  /** The conference of this page with the most split announcements; null when there is none. */
  mostSplit: ConferenceProgress | null;
  /** Split announcements for a lead to settle; 0 for others. */
  toSettle: number;
  /** Candidates for a lead to review; 0 for others. */
  candidates: number;
  /** Null for those who do not lead the team, and while there is nothing to mark. */
  marked: MarkedBy | null;
};
