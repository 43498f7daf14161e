import { formatMoment } from "@/lib/format/date";
import { formatCount } from "@/lib/format/number";

import type { Round } from "../round-types";

/** Since when a round is closed: "Round closed Fri 8 Jan, 17:00 GMT". Null while it is open. */
export function roundClosed({ closedAt, timeZone }: Pick<Round, "closedAt" | "timeZone">): string | null {
  return closedAt && `Round closed ${formatMoment(closedAt, timeZone)}`;
}

/** Why marks cannot be set, where they are shown; null while they can. */
export function roundClosedSentence(round: Pick<Round, "closedAt" | "timeZone">): string | null {
  const closed = roundClosed(round);
  return closed && `${closed}. Marks and notes stay as they are until a lead reopens it.`;
}

/** What somebody is told whose mark or note came too late. */
export function tooLateSentence(closedAt: string, timeZone: string): string {
  return `Not stored: the round closed ${formatMoment(closedAt, timeZone)}. Ask a lead to reopen it.`;
}

/** Somebody opens a round where there is one. */
export function roundThere({ state, closesAt, closedAt, timeZone }: Round): string {
  return state === "open"
    ? `There is a round already: it closes ${formatMoment(closesAt, timeZone)}. Change that one.`
    : `There is a round already: it closed ${formatMoment(closedAt ?? closesAt, timeZone)}. Reopen that one.`;
}

/** Somebody changes a round that has closed since the form was filled. */
export function closedMeanwhile({ closedAt, closesAt, timeZone }: Round): string {
  return `The round closed meanwhile, ${formatMoment(closedAt ?? closesAt, timeZone)}. Reopen it if it should go on.`;
}

/** Somebody changes or closes a round that another lead, or another window, has changed since the form was filled. */
export function changedMeanwhile({ state, closesAt, timeZone, quorum, isBlind }: Round): string {
  const stands =
    state === "open"
      ? `it closes ${formatMoment(closesAt, timeZone)}, with a quorum of ${quorum} and marks ${isBlind ? "hidden" : "visible"}`
      : "it is closed";
  return `The round was changed meanwhile: ${stands}. Look at it, then change it again if it should be otherwise.`;
}

export const ROUND_GONE = "The round is no longer there. Open the page again.";

type Set = { closesAt: string; timeZone: string; isSecond: boolean; told: number };

/** What a lead is told who opened, changed or reopened a round. */
export function setSentence({ closesAt, timeZone, isSecond, told }: Set): string {
  const until = `Stored: the round is open until ${formatMoment(closesAt, timeZone)}.`;
  const second = isSecond ? " Clocks show that time twice that night; the second one counts." : "";
  return `${until}${second}${toldSentence(told)}`;
}

/** What a lead is told who closed a round. */
export function closedSentence(told: number): string {
  return `The round is closed.${toldSentence(told)}`;
}

function toldSentence(told: number): string {
  return told === 0 ? "" : ` ${formatCount(told, "person is", "people are")} told.`;
}
