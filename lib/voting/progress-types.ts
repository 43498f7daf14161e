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
};

/** Who has marked how much of one conference; for leads. */
export type MarkedBy = {
  conference: string;
  announcements: number;
  /** How many of the team have marked nothing of it. */
  notStarted: number;
  people: { personId: string; name: string; marked: number }[];
};

export type Overview = {
  people: number;
  leads: number;
  conferences: ConferenceProgress[];
  /** Gives the next page as `after`; null on the last. */
  next: string | null;
  /** The newest conference of this page in which the viewer has something left to mark. */
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
