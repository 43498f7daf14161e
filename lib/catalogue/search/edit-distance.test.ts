import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { editDistance } from "./edit-distance";

describe("editDistance", () => {
  it.each([
    ["graviton", "graviton", 0],
    ["gravitton", "graviton", 1],
    ["graivton", "graviton", 1],
    ["gravition", "graviton", 1],
    ["", "gp3", 3],
    ["ca", "abc", 3],
    ["lamdba", "lambda", 1],
  ])("from %j to %j is %d", (one, other, expected) => {
    expect(editDistance(one, other)).toBe(expected);
  });

  it("is the same both ways, nothing only for the same word, and at most the longer word", () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = editDistance(one, other);
        expect(distance).toBe(editDistance(other, one));
        expect(distance === 0).toBe(one === other);
        expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });
});
