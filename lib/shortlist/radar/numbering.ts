import { CHOICES, type Choice } from "@/lib/voting/types";

import { QUADRANTS, type Quadrant } from "./geometry";

/** What decides an item's number. */
export type Numberable = { id: string; title: string; quadrant: Quadrant; ring: Choice };

/** One quarter of the list: its rings that hold anything, from the middle outwards. */
export type ListedQuadrant<T> = { quadrant: Quadrant; rings: { ring: Choice; items: T[] }[] };

/**
 * The items in the order in which they are listed, each with its number: through the quadrants as they are read, in each
 * through its rings from the middle outwards, in each by title as people count. One follows from the items alone, in
 * whatever order they come.
 */
export function numbered<T extends Numberable>(items: readonly T[]): (T & { number: number })[] {
  return items
    .toSorted(
      (a, b) =>
        a.quadrant - b.quadrant ||
        CHOICES.indexOf(a.ring) - CHOICES.indexOf(b.ring) ||
        TITLES.compare(a.title, b.title) ||
        (a.id < b.id ? -1 : Number(a.id > b.id)),
    )
    .map((item, index) => ({ ...item, number: index + 1 }));
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
