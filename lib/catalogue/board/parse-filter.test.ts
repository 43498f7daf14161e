import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { AVAILABILITIES, CATEGORIES } from "@/lib/recap/types";

import { parseBoardFilter } from "./parse-filter";
import { boardQuery, isNarrowed, LEANS, MAX_QUERY_LENGTH, MY_MARKS, WHOLE_BOARD, type BoardFilter } from "./filter";

/** The search parameters of a query string, as Next gives them. */
function searchParams(query: string): Record<string, string | string[]> {
  const given = new URLSearchParams(query);
  return Object.fromEntries(
    [...new Set(given.keys())].map((name) => {
      const values = given.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}

const filters = fc
  .record({
    view: fc.constantFrom("todo", "all"),
    q: fc.string({ unit: "grapheme", maxLength: 60 }),
    category: fc.subarray([...CATEGORIES]),
    availability: fc.subarray([...AVAILABILITIES]),
    mine: fc.subarray([...MY_MARKS]),
    lean: fc.subarray([...LEANS]),
    service: fc.constantFrom("", "amazon-ec2", "aws-lambda"),
    after: fc.constantFrom("", "WyJjb21wdXRlIl0", "a_b-c"),
  })
  .map(parseBoardFilter);

describe("the filter of a board", () => {
  it("opens on what needs my mark, with nothing narrowed and nothing in the address", () => {
    expect(parseBoardFilter({})).toMatchObject({ view: "todo", q: "", category: [], after: null });
    expect(boardQuery(WHOLE_BOARD)).toBe("");
    expect(isNarrowed(WHOLE_BOARD)).toBe(false);
  });

  it("comes back from the address it is written to", () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(parseBoardFilter(searchParams(boardQuery(filter)))).toEqual(filter);
      }),
    );
  });

  it("writes one address for one filter, whatever the order and the repetition", () => {
    const one = parseBoardFilter({ category: ["storage", "compute", "storage"], lean: "none" });
    const other = parseBoardFilter({ lean: ["none"], category: ["compute", "storage"] });

    expect(boardQuery(one)).toBe(boardQuery(other));
    expect(boardQuery(one)).toBe("category=compute&category=storage&lean=none");
  });

  it("goes through everything when it searches or asks for my marks, unless the view is named", () => {
    expect(parseBoardFilter({ q: "gp3" }).view).toBe("all");
    expect(parseBoardFilter({ mine: "adopt" }).view).toBe("all");
    expect(parseBoardFilter({ q: "gp3", view: "todo" }).view).toBe("todo");
  });

  it("leaves out what makes no sense", () => {
    const filter = parseBoardFilter({
      view: "everything",
      category: ["compute", "nonsense"],
      availability: "soon",
      mine: ["ignored"],
      service: "'; DROP TABLE vote; --",
      after: "not base64url!",
    });

    expect(filter).toEqual({ ...WHOLE_BOARD, category: ["compute"] });
  });

  it("takes any parameters at all", () => {
    const parameter = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
    const names = fc.constantFrom("view", "q", "category", "availability", "mine", "lean", "service", "after", "page");
    fc.assert(
      fc.property(fc.dictionary(names, parameter), (params) => {
        const filter: BoardFilter = parseBoardFilter(params);
        expect(parseBoardFilter(searchParams(boardQuery(filter)))).toEqual(filter);
      }),
    );
  });

  it("cuts a search off at its limit and keeps it printable", () => {
    expect(parseBoardFilter({ q: "x".repeat(1_000) }).q).toHaveLength(MAX_QUERY_LENGTH);
    expect(parseBoardFilter({ q: " a\0b\ud800c " }).q).toBe("a b c");
    expect(Array.from(parseBoardFilter({ q: "🚀".repeat(1_000) }).q)).toHaveLength(MAX_QUERY_LENGTH);
  });
});
