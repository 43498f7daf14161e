import type { Choice } from "@/lib/voting/types";

import { CENTRE, RING, roomInSegment, sidesOf, type Point } from "./geometry";
import type { QuadrantNumber } from "./quadrants";

/** The places of a segment, none of which two shapes share. */
export type Slots = {
  /** Fewest and widest apart first: who can stands in the first tier, who cannot in the next. */
  tiers: readonly (readonly Point[])[];
  /** Of them, where a group is drawn when there are more items than places. */
  group: Point;
  /** How many places there are. */
  count: number;
};

/** What two shapes need between their middles: 30 any way, or, for the flat ones, 30 beside or 20 above each other. */
const APART = 30;
const FLAT_APART = 20;

/** Units between the places that are tried. */
const GRID = 1;

/** How near another place is, by its reckoning, to one at the very edge of its segment. */
const EDGE_SPACING = 46;

/** How many places the first tiers have; the last tier holds the rest. */
const TIER_SIZES = [5, 5];

const made = new Map<string, Slots>();

/** The places of a segment; they never change. */
export function slotsOf(quadrant: QuadrantNumber, ring: Choice): Slots {
  const key = `${quadrant} ${ring}`;
  const known = made.get(key);
  if (known) return known;
  const slots = makeSlots(quadrant, ring);
  made.set(key, slots);
  return slots;
}

function makeSlots(quadrant: QuadrantNumber, ring: Choice): Slots {
  const packed = packedPlaces(quadrant, ring);
  const tiers = inTiers(spreadOrder(packed));
  const group = packed.reduce((best, place) => (place.room > best.room ? place : best)).at;
  return { tiers, group, count: packed.length };
}

type Place = { at: Point; room: number };

/** As many places as a sweep from the upright line outwards finds room for, on a grid. */
function packedPlaces(quadrant: QuadrantNumber, ring: Choice): Place[] {
  const sides = sidesOf(quadrant);
  const { inner, outer } = RING[ring];
  const isApart = ring === "ignore" ? areApartFlat : areApart;
  const packed: Place[] = [];
  for (let x = GRID; x < outer; x += GRID) {
    for (let y = GRID; y < outer; y += GRID) {
      if (x * x + y * y < inner * inner || x * x + y * y > outer * outer) continue;
      const at = { x: CENTRE + sides.x * x, y: CENTRE + sides.y * y };
      const room = roomInSegment(quadrant, ring, at);
      if (room >= 0 && packed.every((other) => isApart(other.at, at))) packed.push({ at, room });
    }
  }
  return packed;
}

function areApart(a: Point, b: Point): boolean {
  return squared(a, b) >= APART * APART;
}

function areApartFlat(a: Point, b: Point): boolean {
  return Math.abs(a.x - b.x) >= APART || Math.abs(a.y - b.y) >= FLAT_APART;
}

/** The same places, each as far as can be from all before it and from the lines round the segment. */
function spreadOrder(places: readonly Place[]): Point[] {
  const left = places.map((place) => ({ ...place, spacing: Infinity }));
  const ordered: Point[] = [];
  while (left.length > 0) {
    const next = left.reduce((best, place) => (scoreOf(place) > scoreOf(best) ? place : best));
    left.splice(left.indexOf(next), 1);
    ordered.push(next.at);
    for (const place of left) place.spacing = Math.min(place.spacing, Math.sqrt(squared(place.at, next.at)));
  }
  return ordered;
}

/** Far from the others first, but among the first few rather within the segment than at its edge. */
function scoreOf({ spacing, room }: { spacing: number; room: number }): number {
  return Math.min(spacing, EDGE_SPACING + 2 * room) + room / 100;
}

function inTiers(ordered: readonly Point[]): Point[][] {
  const tiers: Point[][] = [];
  let from = 0;
  for (const size of [...TIER_SIZES, ordered.length]) {
    tiers.push(ordered.slice(from, from + size));
    from += size;
  }
  return tiers;
}

function squared(a: Point, b: Point): number {
  return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}
