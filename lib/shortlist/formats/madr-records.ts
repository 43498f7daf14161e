import type { ToldEvent } from "@/lib/voting/decisions/decision";

import type { DecisionRecord } from "../export/types";

/** One thing a lead settled of an announcement, with what was changed of it until it was settled otherwise. */
export type Settlement = {
  /** What stood last of it. */
  event: ToldEvent;
  /** When it was settled first. */
  since: string;
  /** The line of history that opened it again; null where none did. */
  reopened: ToldEvent | null;
};

/**
 * What was settled of an announcement, oldest first. Settling another choice, or settling again what was reopened, is a
 * decision of its own; a better reason, another owner or date, and progress belong to the decision they change.
 */
export function settlementsOf(history: readonly ToldEvent[]): Settlement[] {
  const settlements: Settlement[] = [];
  for (const event of history) {
    const last = settlements.at(-1);
    if (event.kind === "settled" && (!last || last.reopened || last.event.choice !== event.choice)) {
      settlements.push({ event, since: event.at, reopened: null });
    } else if (last && event.kind === "reopened") last.reopened = event;
    else if (last) last.event = event;
  }
  return settlements;
}

/** The number of every settlement: by announcement, oldest first. */
export type Numbers = ReadonlyMap<string, readonly number[]>;

/**
 * Numbers from 1 in the order in which things were first settled, across all announcements: what is settled later comes
 * after, so that a number stays with its record. Only ids and moments are kept.
 */
export async function numbersOf(records: AsyncIterable<DecisionRecord>): Promise<Numbers> {
  const all: { id: string; since: string }[] = [];
  for await (const { id, history } of records) all.push(...settlementsOf(history).map(({ since }) => ({ id, since })));
  // The sort keeps what was settled at the same moment in the order in which it came.
  all.sort((a, b) => (a.since < b.since ? -1 : Number(a.since > b.since)));
  const numbers = new Map<string, number[]>();
  all.forEach(({ id }, index) => {
    const own = numbers.get(id);
    if (own) own.push(index + 1);
    else numbers.set(id, [index + 1]);
  });
  return numbers;
}
