import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { testDb } from "@/lib/testing/database";

import { disagreement } from "./disagreement";
import { adoptSupport } from "./support";
import type { Tally } from "./types";

const count = fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 5_000 }));
const tallies = fc.array(fc.record({ adopt: count, investigate: count, ignore: count }), { minLength: 1 });

/** The scores as the columns of `tally` have them. */
function keptScores(given: Tally[]): Promise<{ support: number | null; disagreement: number | null }[]> {
  return testDb().$queryRaw`
    SELECT adopt_support(adopt, adopt + investigate + ignore) AS support,
      disagreement(adopt, ignore, adopt + investigate + ignore) AS disagreement
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS given(adopt int, investigate int, ignore int)`;
}

describe("the scores that the database keeps", () => {
  it("are those of the formulas", async () => {
    await fc.assert(
      fc.asyncProperty(tallies, async (given) => {
        const kept = await keptScores(given);
        for (const [n, tally] of given.entries()) {
          const marks = tally.adopt + tally.investigate + tally.ignore;
          if (marks === 0) expect(kept[n]).toEqual({ support: null, disagreement: null });
          else {
            expect(kept[n]?.support).toBeCloseTo(adoptSupport(tally), 9);
            expect(kept[n]?.disagreement).toBeCloseTo(disagreement(tally) ?? -1, 9);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("disagreement", () => {
  it("is 0 when everybody marks the same and 1 when the team is halved between adopt and ignore", () => {
    expect(disagreement({ adopt: 7, investigate: 0, ignore: 0 })).toBe(0);
    expect(disagreement({ adopt: 6, investigate: 0, ignore: 6 })).toBe(1);
    expect(disagreement({ adopt: 0, investigate: 0, ignore: 0 })).toBeNull();
  });

  it("grows with the distance and the evenness of the sides", () => {
    const shown = (tally: Tally) => Math.round(100 * (disagreement(tally) ?? NaN));
    expect(shown({ adopt: 5, investigate: 2, ignore: 4 })).toBe(81);
    expect(shown({ adopt: 3, investigate: 4, ignore: 4 })).toBe(63);
    expect(shown({ adopt: 5, investigate: 4, ignore: 1 })).toBe(44);
    expect(shown({ adopt: 5, investigate: 5, ignore: 0 })).toBe(25);
  });
});
