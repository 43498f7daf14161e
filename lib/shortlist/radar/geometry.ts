import type { Choice } from "@/lib/voting/types";

import type { QuadrantNumber } from "./quadrants";

/** Where something stands in the picture, in its units: one is a pixel where the picture is 640 wide. */
export type Point = { x: number; y: number };

/** The four quarters of the picture in reading order: top left, top right, bottom left, bottom right. */
export const QUADRANTS: readonly QuadrantNumber[] = [0, 1, 2, 3];

/** The picture is a square of this side with the radar in its middle. */
export const PICTURE = 640;
export const CENTRE = PICTURE / 2;

/** Where each ring begins and ends, from the middle. */
export const RING: Record<Choice, { inner: number; outer: number }> = {
  adopt: { inner: 0, outer: 150 },
  investigate: { inner: 150, outer: 234 },
  ignore: { inner: 234, outer: 304 },
};

/** On which side of the middle a quadrant lies: −1 is left and up. */
export function sidesOf(quadrant: QuadrantNumber): Point {
  return { x: quadrant % 2 === 0 ? -1 : 1, y: quadrant < 2 ? -1 : 1 };
}

/** Corners of the shape of a ring around its place, 26 wide and about as high, without the edge that is drawn round it. */
export const OUTLINE: Record<Choice, readonly Point[]> = {
  adopt: [
    { x: 0, y: -13 },
    { x: 13, y: 10 },
    { x: -13, y: 10 },
  ],
  investigate: [
    { x: 0, y: -13 },
    { x: 13, y: 0 },
    { x: 0, y: 13 },
    { x: -13, y: 0 },
  ],
  ignore: [
    { x: -13, y: -8 },
    { x: 13, y: -8 },
    { x: 13, y: 8 },
    { x: -13, y: 8 },
  ],
};

/** Between a shape and the lines that bound its segment; the edge of the shape takes one of it. */
const MARGIN = 3;

/** Half the place that the name of a ring takes on the upright line, over the baseline and to either side of it. */
const LABEL = { half: 36, over: 13, under: 4 };

/** Baseline of the name of a ring, which is written on the upright line just inside the ring. */
export function labelBaseline(ring: Choice): number {
  return CENTRE - RING[ring].outer + 18;
}

/**
 * How far a shape of the ring at `at` is from leaving its segment; below zero it does. The segment ends at the lines round
 * it and at the name of the ring.
 */
export function roomInSegment(quadrant: QuadrantNumber, ring: Choice, at: Point): number {
  const sides = sidesOf(quadrant);
  const corners = cornersAt(ring, { x: at.x - CENTRE, y: at.y - CENTRE });
  const { inner, outer } = RING[ring];
  const room = Math.min(
    ...corners.map(({ x, y }) => Math.min(x * sides.x, y * sides.y, outer - Math.sqrt(x * x + y * y))),
    inner === 0 ? Infinity : distanceToMiddle(corners) - inner,
    quadrant < 2 ? distanceToLabel(ring, cornersAt(ring, at)) : Infinity,
  );
  return room - MARGIN;
}

/** Corners of the shape of a ring that stands at `at`. */
export function cornersAt(ring: Choice, at: Point): Point[] {
  return OUTLINE[ring].map(({ x, y }) => ({ x: at.x + x, y: at.y + y }));
}

function distanceToLabel(ring: Choice, corners: readonly Point[]): number {
  const baseline = labelBaseline(ring);
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const beside = Math.max(Math.min(...xs) - (CENTRE + LABEL.half), CENTRE - LABEL.half - Math.max(...xs));
  const above = Math.max(Math.min(...ys) - (baseline + LABEL.under), baseline - LABEL.over - Math.max(...ys));
  return Math.max(beside, above);
}

/** The least distance from the middle to a shape that does not hold it. */
function distanceToMiddle(corners: readonly Point[]): number {
  return Math.min(...corners.map((from, index) => distanceToEdge(from, corners[(index + 1) % corners.length] ?? from)));
}

function distanceToEdge(from: Point, to: Point): number {
  const along = { x: to.x - from.x, y: to.y - from.y };
  const length = along.x * along.x + along.y * along.y;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(from.x * along.x + from.y * along.y) / length));
  const x = from.x + share * along.x;
  const y = from.y + share * along.y;
  return Math.sqrt(x * x + y * y);
}
