import type { Choice } from "@/lib/voting/types";

import type { Point } from "./geometry";
import type { QuadrantNumber } from "./quadrants";
import { slotsOf } from "./slots";

/** What decides where an item is drawn, and which of a crowded segment are: those with the lowest numbers. */
export type Placeable = { id: string; quadrant: QuadrantNumber; ring: Choice; number: number };

/** One item in its place. */
export type Blip<T> = { item: T; at: Point };

/** The items of one segment that it has no room for, drawn as one; in the order of their numbers. */
export type Group<T> = { quadrant: QuadrantNumber; ring: Choice; items: T[]; at: Point };

export type Placed<T> = { blips: Blip<T>[]; groups: Group<T>[] };

/**
 * Places for all items, in the order of their numbers. Shapes neither overlap nor leave their segment. A segment with more
 * items than places draws the first of them and one group for the rest: the twelve segments have about three hundred
 * places together, the smallest sixteen.
 *
 * An item's place follows from its id alone, as far as nobody else has it: every item likes the places of its segment in an
 * order of its own, and chooses when its turn comes. Both are hashes of the id, so that the same items give the same
 * picture whatever order they come in, and one that is added pushes aside few; the idea is rendezvous hashing (D. G. Thaler
 * and C. V. Ravishankar, "Using name-based mappings to increase hit rates", 1998).
 */
export function place<T extends Placeable>(items: readonly T[]): Placed<T> {
  const placed: Placed<T> = { blips: [], groups: [] };
  for (const segment of bySegment(items)) placeSegment(segment, placed);
  placed.blips.sort((a, b) => a.item.number - b.item.number);
  return placed;
}

function bySegment<T extends Placeable>(items: readonly T[]): T[][] {
  const segments = new Map<string, T[]>();
  for (const item of items.toSorted((a, b) => a.number - b.number)) {
    const key = `${item.quadrant} ${item.ring}`;
    const segment = segments.get(key);
    if (segment) segment.push(item);
    else segments.set(key, [item]);
  }
  return [...segments.values()];
}

function placeSegment<T extends Placeable>(items: readonly T[], placed: Placed<T>): void {
  const [first] = items;
  if (!first) return;
  const { quadrant, ring } = first;
  const { tiers, group, count } = slotsOf(quadrant, ring);
  const isFull = items.length > count;
  const alone = isFull ? items.slice(0, count - 1) : items;
  const free = isFull ? tiers.map((tier) => tier.filter((at) => at !== group)) : tiers;
  const chosen = choosePlaces(alone, free);
  for (const item of alone) {
    const at = chosen.get(item.id);
    if (at) placed.blips.push({ item, at });
  }
  if (isFull) placed.groups.push({ quadrant, ring, items: items.slice(count - 1), at: group });
}

/** The first tier that is not full is where all who come later stand. */
function choosePlaces(items: readonly Placeable[], tiers: readonly (readonly Point[])[]): Map<string, Point> {
  const chosen = new Map<string, Point>();
  const taken = new Set<Point>();
  const waiting = items.map(({ id }) => ({ id, turn: hash(id) })).toSorted(byTurn);
  for (const { id } of waiting) {
    const tier = tiers.find((places) => places.some((at) => !taken.has(at))) ?? [];
    const [best] = tier
      .filter((at) => !taken.has(at))
      .map((at) => ({ at, id, turn: hash(`${id} ${at.x} ${at.y}`) }))
      .toSorted((a, b) => a.turn - b.turn);
    if (!best) continue;
    chosen.set(id, best.at);
    taken.add(best.at);
  }
  return chosen;
}

function byTurn(a: { id: string; turn: number }, b: { id: string; turn: number }): number {
  return a.turn - b.turn || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/** 32 bits of FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv), mixed as MurmurHash3 ends, so that near ids lie apart. */
function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
