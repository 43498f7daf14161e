/** The three marks, in the order they are shown. */
export const CHOICES = ["adopt", "investigate", "ignore"] as const;
export type Choice = (typeof CHOICES)[number];

/** How many of a team chose what. Somebody who has not marked is in none of them. */
export type Tally = Record<Choice, number>;

/** What more than half of those who marked chose, else "split". */
export type Lean = Choice | "split";

/** One's own mark; the note is empty when there is none. */
export type Mine = { choice: Choice; note: string };

/** What a mark changed: all that an open page needs to patch itself. */
export type Marked = {
  announcementId: string;
  /** Null when not marked, which is never the same as ignored. */
  mine: Mine | null;
  /** How many of the team have marked. */
  marks: number;
  /** Null where others' marks are hidden: in a blind round, before one's own. */
  tally: Tally | null;
  /** Null while nobody has marked, and where others' marks are hidden. */
  lean: Lean | null;
  /** How many of the conference's announcements the viewer has marked. */
  marked: number;
};

/** What marking changed, and the mark that it replaced; null when there was none. */
export type Cast = Marked & { previous: Mine | null };

/** What withdrawing changed, and what undo would put back; null when there was nothing to withdraw. */
export type Withdrawn = Marked & { withdrawn: Mine | null };

/** One line of an announcement's history in a team; a null choice is a withdrawn mark. */
export type VoteEvent = {
  id: string;
  personId: string;
  personName: string;
  choice: Choice | null;
  note: string;
  /** ISO 8601, UTC. */
  at: string;
};
