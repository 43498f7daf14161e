import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { neighbour } from "./neighbour";

const CROSS = [
  { x: 0, y: 0 },
  { x: 0, y: -10 },
  { x: 0, y: 10 },
  { x: -10, y: 0 },
  { x: 10, y: 0 },
  { x: 30, y: 2 },
];

describe("neighbour", () => {
  it("goes to the nearest that way and stays where there is none", () => {
    expect(
      (["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"] as const).map((key) => neighbour(CROSS, 0, key)),
    ).toEqual([1, 2, 3, 4]);
    expect(neighbour(CROSS, 4, "ArrowRight")).toBe(5);
    expect(neighbour(CROSS, 5, "ArrowRight")).toBe(5);
  });

  it("prefers what lies straight ahead to what is nearer but aside", () => {
    expect(
      neighbour(
        [
          { x: 0, y: 0 },
          { x: 10, y: 15 },
          { x: 20, y: 0 },
        ],
        0,
        "ArrowRight",
      ),
    ).toBe(2);
  });

  it("always lands on a place that lies that way, and never leaves the list", () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 640 }), y: fc.integer({ min: 0, max: 640 }) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 40 }), fc.nat(), (places, pick) => {
        const from = pick % places.length;
        const to = neighbour(places, from, "ArrowDown");
        expect(to === from || (places[to]?.y ?? 0) > (places[from]?.y ?? 0)).toBe(true);
      }),
    );
  });
});
