import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { formatCompact, formatCount, formatNumber, formatShare, wholePercent } from "./number";

describe("formatNumber", () => {
  it("separates thousands", () => {
    expect([0, 999, 1000, 1234567].map(formatNumber)).toEqual(["0", "999", "1,000", "1,234,567"]);
  });
});

describe("formatCompact", () => {
  it("keeps three significant digits, with k for thousands", () => {
    expect([0, 999, 9000, 118_000, 1_164_500].map(formatCompact)).toEqual(["0", "999", "9k", "118k", "1.16M"]);
  });

  it("goes on to the next unit rather than to 1000k", () => {
    expect(formatCompact(999_999)).toBe("1M");
  });
});

describe("formatShare", () => {
  it("writes whole percent", () => {
    expect([0, 0.354, 1].map(formatShare)).toEqual(["0 %", "35 %", "100 %"]);
  });

  it("is 0 % for nothing alone and 100 % for all alone", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 100_000 }), (total, part) => {
        fc.pre(part <= total);
        const percent = wholePercent(part / total);
        expect(percent === 0).toBe(part === 0);
        expect(percent === 100).toBe(part === total);
      }),
    );
  });
});

describe("formatCount", () => {
  it("agrees with its noun", () => {
    expect([0, 1, 1200].map((count) => formatCount(count, "comment"))).toEqual([
      "0 comments",
      "1 comment",
      "1,200 comments",
    ]);
    expect(formatCount(2, "person", "people")).toBe("2 people");
  });
});
