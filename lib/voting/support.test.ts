import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { adoptSupport } from "./support";

const count = fc.integer({ min: 0, max: 5_000 });
const tally = fc.record({ adopt: count, investigate: count, ignore: count });

describe("adoptSupport", () => {
  it("is 0 while nobody has marked", () => {
    expect(adoptSupport({ adopt: 0, investigate: 0, ignore: 0 })).toBe(0);
  });

  it("agrees with published values of the Wilson interval", () => {
    // Newcombe (1998), table I: 81 of 263 gives 0.2553, 15 of 148 gives 0.0624, 29 of 29 gives 0.8830.
    expect(adoptSupport({ adopt: 81, investigate: 182, ignore: 0 })).toBeCloseTo(0.2553, 4);
    expect(adoptSupport({ adopt: 15, investigate: 100, ignore: 33 })).toBeCloseTo(0.0624, 4);
    expect(adoptSupport({ adopt: 29, investigate: 0, ignore: 0 })).toBeCloseTo(0.883, 3);
  });

  it("stays within 0 and the share itself", () => {
    fc.assert(
      fc.property(tally, (marks) => {
        const support = adoptSupport(marks);
        const total = marks.adopt + marks.investigate + marks.ignore;
        expect(support).toBeGreaterThanOrEqual(0);
        expect(support).toBeLessThanOrEqual(total === 0 ? 0 : marks.adopt / total);
      }),
    );
  });

  it("rises with every adopt, whether added or changed from another mark", () => {
    fc.assert(
      fc.property(tally, (marks) => {
        const support = adoptSupport(marks);
        expect(adoptSupport({ ...marks, adopt: marks.adopt + 1 })).toBeGreaterThan(support);
        fc.pre(marks.ignore > 0);
        const changed = { ...marks, adopt: marks.adopt + 1, ignore: marks.ignore - 1 };
        expect(adoptSupport(changed)).toBeGreaterThan(support);
      }),
    );
  });

  it("asks for more than few marks", () => {
    const threeOfThree = adoptSupport({ adopt: 3, investigate: 0, ignore: 0 });
    expect(adoptSupport({ adopt: 9, investigate: 1, ignore: 0 })).toBeGreaterThan(threeOfThree);
  });
});
