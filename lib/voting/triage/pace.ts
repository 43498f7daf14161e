/** Before anybody's own pace is known: a summary is read and a mark thought over in about this many seconds. */
export const FIRST_PACE = 20;

/** A longer gap is a walk to the coffee machine, not an announcement that was hard to mark. */
export const LONGEST_GAP = 180;

/** A shorter one is one press on many at once, which says nothing about reading. */
const SHORTEST_GAP = 0.5;

/** How many marks back the pace is told from. */
export const PACED_MARKS = 20;

export type TimedMark = { announcementId: string; at: Date };

/**
 * Seconds from each mark to the next, oldest first, from events in any order: only the first of each announcement is a
 * mark in this sense, since notes and second thoughts write events too. Gaps that say nothing of reading are left out.
 */
export function gapsOf(events: readonly TimedMark[]): number[] {
  const first = new Map<string, number>();
  for (const { announcementId, at } of events) {
    const seconds = at.getTime() / 1000;
    first.set(announcementId, Math.min(seconds, first.get(announcementId) ?? Infinity));
  }
  const times = [...first.values()].sort((one, other) => one - other);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  return gaps.filter(saysPace).slice(-PACED_MARKS);
}

/** The gaps with one more, where it says something of reading; the latest twenty. */
export function withGap(gaps: readonly number[], seconds: number): number[] {
  return saysPace(seconds) ? [...gaps, seconds].slice(-PACED_MARKS) : [...gaps];
}

/** The median of the gaps in seconds: one long read does not move it. Without any, what is usual. */
export function paceOf(gaps: readonly number[]): number {
  const sorted = gaps.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return FIRST_PACE;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** What is left of the work in words: "about 9 minutes left", "about 2 hours left", "less than a minute left". */
export function timeLeft(left: number, pace: number): string {
  const minutes = Math.round((left * pace) / 60);
  if (minutes < 1) return "less than a minute left";
  return `about ${duration(minutes)} left`;
}

/** How long something took: "14 minutes", "less than a minute". */
export function timeTaken(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return minutes < 1 ? "less than a minute" : duration(minutes);
}

function duration(minutes: number): string {
  if (minutes < 100) return minutes === 1 ? "1 minute" : `${minutes} minutes`;
  return `${Math.round(minutes / 60)} hours`;
}

function saysPace(seconds: number): boolean {
  return seconds >= SHORTEST_GAP && seconds <= LONGEST_GAP;
}
