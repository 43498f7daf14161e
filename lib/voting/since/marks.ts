import { CHOICES, type Choice } from "../types";

import type { MarkEvent } from "./events";
import type { SinceLine } from "./types";

/** More changes of one person than this are told as a number. */
const CHANGES_NAMED = 3;

/** What became of one person's mark on one announcement, all in all. */
type Change = { last: MarkEvent; first: MarkEvent };

/**
 * Marks of others as lines: what one person marked in a conference is one line, what they changed is named. Somebody who
 * changed their mind and back did nothing. Events come newest first.
 */
export function markLines(events: readonly MarkEvent[]): SinceLine[] {
  const changes = [...groups(events, ({ personId, announcementId }) => `${personId} ${announcementId}`)].flatMap(
    (group) => changeOf(group),
  );
  return groups(changes, ({ last }) => `${last.personId} ${last.conferenceSlug}`).flatMap((group) => [
    ...markedLine(group.filter(({ first, last }) => !first.wasMarked && last.isMarked)),
    ...changedLines(group.filter(({ first, last }) => first.wasMarked && last.isMarked && first.from !== last.to)),
    ...withdrawnLine(group.filter(({ first, last }) => first.wasMarked && !last.isMarked)),
  ]);
}

function changeOf(events: readonly MarkEvent[]): Change[] {
  const [last, first] = [events[0], events.at(-1)];
  return first && last ? [{ first, last }] : [];
}

function markedLine(marked: readonly Change[]): SinceLine[] {
  const [newest] = marked;
  if (!newest) return [];
  const { last } = newest;
  const [marks, line] = [marked.length, lineOf(last, "marked")];
  if (marks === 1 && last.to)
    return [{ ...line, kind: "marked-one", announcement: announcementOf(last), choice: last.to }];
  return [{ ...line, kind: "marked", conference: conferenceOf(last), marks, mostly: mostOf(marked) }];
}

/** What more than half of the marks are; nothing as long as one of them is hidden, because then the others tell on it. */
function mostOf(marked: readonly Change[]): Choice | null {
  if (marked.some(({ last }) => !last.isSeen)) return null;
  return CHOICES.find((choice) => marked.filter(({ last }) => last.to === choice).length > marked.length / 2) ?? null;
}

function changedLines(changed: readonly Change[]): SinceLine[] {
  const [newest] = changed;
  if (!newest) return [];
  if (changed.length > CHANGES_NAMED) {
    const { last } = newest;
    return [
      { ...lineOf(last, "changed"), kind: "changed-many", conference: conferenceOf(last), marks: changed.length },
    ];
  }
  return changed.flatMap(({ first: { from }, last }) => {
    if (!from || !last.to) return [];
    return [{ ...lineOf(last, "changed"), kind: "changed", announcement: announcementOf(last), from, to: last.to }];
  });
}

function withdrawnLine(withdrawn: readonly Change[]): SinceLine[] {
  const [newest] = withdrawn;
  if (!newest) return [];
  const { last } = newest;
  return [{ ...lineOf(last, "withdrew"), kind: "withdrew", conference: conferenceOf(last), marks: withdrawn.length }];
}

function lineOf({ id, at, personId, person }: MarkEvent, what: string) {
  return { id: `${what}-${id}`, at: at.toISOString(), by: { personId, name: person } };
}

function announcementOf({ slug, title }: MarkEvent) {
  return { slug, name: title };
}

function conferenceOf({ conferenceSlug, conference }: MarkEvent) {
  return { slug: conferenceSlug, name: conference };
}

/** In the order in which the first of each came. */
function groups<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = found.get(key);
    if (group) group.push(item);
    else found.set(key, [item]);
  }
  return [...found.values()];
}
