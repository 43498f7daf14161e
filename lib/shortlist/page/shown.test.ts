import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { WHOLE_SHORTLIST } from "../filter";
import { FIRST, LAST, oneMore, pageQuery, parseShown } from "./shown";

describe("parseShown", () => {
  it.each(["", "leaning=", "leaning=many", "leaning=-3", "leaning=Infinity", "leaning=1", "leaning=50"])(
    "shows the first page for %j",
    (query) => expect(parseShown(new URLSearchParams(query))).toEqual(FIRST),
  );

  it("shows whole steps up to an end, whatever is asked for", () => {
    fc.assert(
      fc.property(fc.string(), fc.double(), (text, number) => {
        for (const wanted of [text, String(number)]) {
          const { decided, leaning } = parseShown(new URLSearchParams({ decided: wanted, leaning: wanted }));

          expect(decided % FIRST.decided).toBe(0);
          expect(leaning % FIRST.leaning).toBe(0);
          expect(decided).toBeGreaterThanOrEqual(FIRST.decided);
          expect(decided).toBeLessThanOrEqual(LAST.decided);
          expect(leaning).toBeLessThanOrEqual(LAST.leaning);
        }
      }),
    );
  });

  it("reads what pageQuery writes", () => {
    const shown = { decided: 400, leaning: 150 };

    const query = pageQuery({ ...WHOLE_SHORTLIST, quarter: "2021-Q1" }, shown);

    expect(query).toBe("quarter=2021-Q1&decided=400&leaning=150");
    expect(parseShown(new URLSearchParams(query))).toEqual(shown);
    expect(pageQuery(WHOLE_SHORTLIST, FIRST)).toBe("");
  });
});

describe("oneMore", () => {
  it("goes on to the end and no further", () => {
    expect(oneMore(FIRST, "leaning")).toEqual({ decided: 200, leaning: 100 });
    expect(oneMore(LAST, "leaning")).toBeNull();
  });
});
