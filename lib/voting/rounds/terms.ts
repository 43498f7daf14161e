import { ok, refuse, type Result } from "@/lib/errors/problem";

import type { Round } from "../round-types";

import { closingTime, type LocalTime } from "./closing-time";

/** How a round is run. */
export type Terms = { closesAt: Date; timeZone: string; quorum: number; isBlind: boolean };

/** Longer than any team takes; a year typed wrong is noticed. */
const LONGEST_DAYS = 366;

type Circumstances = {
  now: Date;
  announcements: number;
  members: number;
  hasMarks: boolean;
  /** What stood before; null for the first round. */
  round: Pick<Round, "isBlind" | "state"> | null;
};

/**
 * The terms that a form says, with the closing time as a moment, or why a round cannot be run so. `isSecond` tells that
 * clocks show the closing time twice that night and the later one is meant.
 */
export function termsOf(
  said: LocalTime & { quorum: number; isBlind: boolean },
  { now, announcements, members, hasMarks, round }: Circumstances,
): Result<Terms & { isSecond: boolean }> {
  const time = closingTime(said);
  if (!time.ok) return time;
  const { at, isSecond } = time.value;
  if (announcements === 0 && round?.state !== "open") return refuse("conflict", NOTHING);
  if (at <= now.getTime()) return wrong("date", PAST);
  if (at > now.getTime() + LONGEST_DAYS * 24 * 3_600_000) return wrong("date", "Choose a day within a year from now.");
  const { quorum, isBlind, timeZone } = said;
  if (quorum < 1 || quorum > members) return wrong("quorum", quorumSentence(members));
  if (isBlind && round && !mayBeBlind(round, hasMarks)) return wrong("isBlind", SEEN);
  return ok({ closesAt: new Date(at), timeZone, quorum, isBlind, isSecond });
}

/**
 * Whether a round that was run like this can be blind from now on. Marks that were in the open stay so: blindness is set
 * when a round is opened and can be lifted, and comes only to a round in which nobody has marked anything.
 */
export function mayBeBlind(round: Pick<Round, "isBlind">, hasMarks: boolean): boolean {
  return round.isBlind || !hasMarks;
}

/** Whether a round is run as the terms say. */
export function isRunAs(round: Omit<Terms, "closesAt"> & { closesAt: string }, terms: Terms): boolean {
  return (
    Date.parse(round.closesAt) === terms.closesAt.getTime() &&
    round.timeZone === terms.timeZone &&
    round.quorum === terms.quorum &&
    round.isBlind === terms.isBlind
  );
}

const NOTHING = "There is nothing to mark yet. Read a post in or follow a feed, then open the round.";
const PAST = "That is past by the server’s clock. Choose a time to come.";
const SEEN = "Marks have been visible in this round, so it stays that way. Choose visible marks.";

function quorumSentence(members: number): string {
  return members === 1
    ? "The team has one member. Choose a quorum of 1."
    : `The team has ${members} members. Choose a quorum from 1 to ${members}.`;
}

function wrong(field: "date" | "quorum" | "isBlind", message: string): Result<never> {
  return refuse("invalid", message, { fields: { [field]: message } });
}
