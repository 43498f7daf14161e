import { CHOICES, type Choice } from "@/lib/voting/types";

import { QUADRANTS } from "./geometry";
import type { QuadrantNumber } from "./quadrants";

/** What decides an item's number. */
export type Numberable = { id: string; title: string; quadrant: QuadrantNumber; ring: Choice };

/** One quarter of the list: its rings that hold anything, from the middle outwards. */
export type ListedQuadrant<T> = { quadrant: QuadrantNumber; rings: { ring: Choice; items: T[] }[] };

/**
 * The items in the order in which they are listed: through the quadrants as they are read, in each through its rings from
 * the middle outwards, in each by title as people count. It follows from the items alone, in whatever order they come.
 */
export function inListOrder<T extends Numberable>(items: readonly T[]): T[] {
  return items.toSorted(
    (a, b) =>
      a.quadrant - b.quadrant ||
      CHOICES.indexOf(a.ring) - CHOICES.indexOf(b.ring) ||
      TITLES.compare(a.title, b.title) ||
      (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
}

/** The items in the order of the list, each with its number there, from one on. */
export function numbered<T extends Numberable>(items: readonly T[]): (T & { number: number })[] {
  return inListOrder(items).map((item, index) => ({ ...item, number: index + 1 }));
}

/**
 * At most so many of the items, in the order of the list. Where there are more, every segment keeps its first ones: as many
 * as it has, or as many as the others have to leave out too.
 */
export function firstOfEach<T extends Numberable>(items: readonly T[], most: number): T[] {
  const ordered = inListOrder(items);
  if (ordered.length <= most) return ordered;
  const seen = new Map<string, number>();
  const ranks = new Map(
    ordered.map((item) => {
      const segment = `${item.quadrant} ${item.ring}`;
      const rank = seen.get(segment) ?? 0;
      seen.set(segment, rank + 1);
      return [item, rank];
    }),
  );
  const rankOf = (item: T) => ranks.get(item) ?? 0;
  const kept = new Set(ordered.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, most));
  return ordered.filter((item) => kept.has(item));
}

/** The list: all four quadrants, each with the rings that hold anything. */
export function listed<T extends Numberable>(items: readonly T[]): ListedQuadrant<T>[] {
  return QUADRANTS.map((quadrant) => ({
    quadrant,
    rings: CHOICES.map((ring) => ({
      ring,
      items: items.filter((item) => item.quadrant === quadrant && item.ring === ring),
    })).filter((ring) => ring.items.length > 0),
  }));
}

const TITLES = new Intl.Collator("en", { numeric: true });
