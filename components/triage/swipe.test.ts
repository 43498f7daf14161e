import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { FAR_ENOUGH, isSwiped, swipeChoice } from "./swipe";

const SLOW = 1_000;

describe("swipeChoice", () => {
  it("is adopt to the right, ignore to the left, investigate upwards", () => {
    expect(swipeChoice({ x: 60, y: 4, ms: SLOW }, false)).toBe("adopt");
    expect(swipeChoice({ x: -60, y: 4, ms: SLOW }, false)).toBe("ignore");
    expect(swipeChoice({ x: 4, y: -60, ms: SLOW }, true)).toBe("investigate");
  });

  it("is nothing for scrolling, slanted drags and taps", () => {
    expect(swipeChoice({ x: 4, y: -200, ms: SLOW }, false)).toBeNull();
    expect(swipeChoice({ x: 4, y: 200, ms: SLOW }, true)).toBeNull();
    expect(swipeChoice({ x: 100, y: 80, ms: SLOW }, true)).toBeNull();
    expect(swipeChoice({ x: 8, y: 0, ms: SLOW }, true)).toBeNull();
  });
});

describe("isSwiped", () => {
  it("takes a long way, or a shorter one that is fast", () => {
    expect(isSwiped({ x: FAR_ENOUGH, y: 0, ms: SLOW }, false)).toBe(true);
    expect(isSwiped({ x: FAR_ENOUGH - 1, y: 0, ms: SLOW }, false)).toBe(false);
    expect(isSwiped({ x: 60, y: 0, ms: 80 }, false)).toBe(true);
    expect(isSwiped({ x: 40, y: 0, ms: 10 }, false)).toBe(false);
  });

  it("never marks what it does not announce", () => {
    const pixels = fc.integer({ min: -400, max: 400 });
    fc.assert(
      fc.property(pixels, pixels, fc.integer({ min: 0, max: 3_000 }), fc.boolean(), (x, y, ms, canGoUp) => {
        const drag = { x, y, ms };
        if (isSwiped(drag, canGoUp)) expect(swipeChoice(drag, canGoUp)).not.toBeNull();
      }),
    );
  });
});
