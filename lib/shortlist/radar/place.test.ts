import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { CHOICES, type Choice } from "@/lib/voting/types";

import { cornersAt, QUADRANTS, RING, roomInSegment, type Point } from "./geometry";
import { listed, numbered } from "./numbering";
import { place, type Placeable, type Placed } from "./place";
import { slotsOf } from "./slots";

type Item = Placeable & { title: string };

const anySegment = fc.record({ quadrant: fc.constantFrom(...QUADRANTS), ring: fc.constantFrom(...CHOICES) });

/** Nought to four hundred items: spread evenly, or all in a few segments. */
const anyItems = fc.array(anySegment, { minLength: 1, maxLength: 12 }).chain((segments) =>
  fc
    .uniqueArray(fc.record({ id: fc.uuid(), title: fc.string({ unit: "grapheme" }), at: fc.nat() }), {
      selector: ({ id }) => id,
      maxLength: 400,
      size: "max",
    })
    .map((made) =>
      made.map(({ id, title, at }) => {
        const { quadrant, ring } = segments[at % segments.length] ?? { quadrant: 0, ring: "adopt" };
        return { id, title, quadrant, ring };
      }),
    ),
);

describe("place", () => {
  it("lets no shape overlap another or leave its segment, in any distribution", () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const shapes = shapesOf(place(numbered(items)));
        for (const [index, shape] of shapes.entries()) {
          expect(roomInSegment(shape.quadrant, shape.ring, shape.at)).toBeGreaterThanOrEqual(0);
          expect(isInside(shape)).toBe(true);
          for (const other of shapes.slice(index + 1))
            expect(gapBetween(shape.corners, other.corners)).toBeGreaterThan(2);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("draws or groups every item exactly once, and numbers them as they are listed", () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const all = numbered(items);
        const { blips, groups } = place(all);
        const numbers = [...blips.map(({ item }) => item), ...groups.flatMap((group) => group.items)].map(
          ({ number }) => number,
        );
        expect(numbers.toSorted((a, b) => a - b)).toEqual(items.map((_, index) => index + 1));
        expect(listed(all).flatMap(({ rings }) => rings.flatMap((ring) => ring.items))).toEqual(all);
        for (const { items: grouped, quadrant, ring } of groups) {
          expect(grouped.length).toBeGreaterThan(1);
          expect(grouped.every((item) => item.quadrant === quadrant && item.ring === ring)).toBe(true);
        }
      }),
    );
  });

  it("gives the same picture whatever order the items come in", () => {
    fc.assert(
      fc.property(
        anyItems.chain((items) =>
          fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
        ),
        ([items, shuffled]) => {
          expect(place(numbered(shuffled))).toEqual(place(numbered(items)));
        },
      ),
    );
  });

  it("draws a hundred and fifty that are spread evenly without a group", () => {
    const items = Array.from({ length: 150 }, (_, index) =>
      item(`even-${index}`, index % 4, Math.floor(index / 4) % 3),
    );

    expect(place(numbered(items))).toMatchObject({ groups: [], blips: { length: 150 } });
  });

  it("moves three others at most on average for one that is added, and never one of another segment", () => {
    let moved = 0;
    for (let round = 0; round < 100; round++) {
      const items = Array.from({ length: 150 }, (_, index) => item(`${round}-${index}`, index % 4, (index * 7) % 3));
      const added = item(`added-${round}`, round % 4, round % 3);
      const before = places(items);
      for (const [id, at] of places([...items, added])) {
        const was = before.get(id);
        if (id === added.id || (was?.x === at.x && was.y === at.y)) continue;
        const other = items.find((one) => one.id === id);
        expect([other?.quadrant, other?.ring]).toEqual([added.quadrant, added.ring]);
        moved++;
      }
    }
    expect(moved / 100).toBeLessThanOrEqual(3);
  });

  it("keeps the first of a crowded segment and puts the rest into one group", () => {
    const { count } = slotsOf(2, "adopt");
    const items = numbered(Array.from({ length: count + 5 }, (_, index) => item(`crowd-${index}`, 2, 0)));

    const { blips, groups } = place(items);

    expect(blips.map((blip) => blip.item.number)).toEqual(items.slice(0, count - 1).map(({ number }) => number));
    expect(groups.map((group) => group.items.map(({ number }) => number))).toEqual([
      items.slice(count - 1).map(({ number }) => number),
    ]);
  });

  it("has nothing to draw for nothing", () => {
    expect(place([])).toEqual({ blips: [], groups: [] });
  });
});

function item(id: string, quadrant: number, ring: number): Omit<Item, "number"> {
  return { id, title: id, quadrant: QUADRANTS[quadrant] ?? 0, ring: CHOICES[ring] ?? "adopt" };
}

function places(items: readonly Omit<Item, "number">[]): Map<string, Point> {
  return new Map(place(numbered(items)).blips.map((blip) => [blip.item.id, blip.at]));
}

type Shape = Pick<Placeable, "quadrant" | "ring"> & { at: Point; corners: Point[] };

function shapesOf({ blips, groups }: Placed<Item>): Shape[] {
  return [
    ...blips.map(({ item: { quadrant, ring }, at }) => ({ quadrant, ring, at })),
    ...groups.map(({ quadrant, ring, at }) => ({ quadrant, ring, at })),
  ].map((shape) => ({ ...shape, corners: cornersAt(shape.ring, shape.at) }));
}

/** Reckoned apart from `roomInSegment`: points along the outline, against the circles and the two lines. */
function isInside({ quadrant, ring, corners }: Shape): boolean {
  return corners.every((from, index) => {
    const to = corners[(index + 1) % corners.length] ?? from;
    return Array.from({ length: 21 }, (_, step) => step / 20).every((share) => {
      const [x, y] = [from.x + (to.x - from.x) * share - 320, from.y + (to.y - from.y) * share - 320];
      const { inner, outer } = RING[ring satisfies Choice];
      const isOnItsSide = x < 0 === (quadrant % 2 === 0) && y < 0 === quadrant < 2;
      return isOnItsSide && Math.hypot(x, y) > inner && Math.hypot(x, y) < outer;
    });
  });
}

/** The widest gap between two convex shapes along any of their edges' normals; below zero they overlap. */
function gapBetween(a: readonly Point[], b: readonly Point[]): number {
  const normals = [a, b].flatMap((corners) =>
    corners.map((from, index) => {
      const to = corners[(index + 1) % corners.length] ?? from;
      const length = Math.hypot(to.x - from.x, to.y - from.y);
      return { x: (to.y - from.y) / length, y: (from.x - to.x) / length };
    }),
  );
  return Math.max(...normals.map((normal) => gapAlong(normal, a, b)));
}

function gapAlong(normal: Point, a: readonly Point[], b: readonly Point[]): number {
  const along = (corners: readonly Point[]) => corners.map(({ x, y }) => x * normal.x + y * normal.y);
  const [of, other] = [along(a), along(b)];
  return Math.max(Math.min(...other) - Math.max(...of), Math.min(...of) - Math.max(...other));
}
