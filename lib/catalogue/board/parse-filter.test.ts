import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { AVAILABILITIES, CATEGORIES } from "@/lib/recap/types";

import { parseBoardFilter } from "./parse-filter";
import {
  boardQuery,
  GROUPS,
  isNarrowed,
  LEANS,
  MAX_QUERY_LENGTH,
  MY_MARKS,
  SORTS,
  sortedBy,
  WHOLE_BOARD,
  type BoardFilter,
} from "./filter";

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
    service: fc.subarray(["amazon-ec2", "aws-lambda", "Not a slug"]),
    source: fc.array(fc.uuid(), { maxLength: 3 }),
    sort: fc.constantFrom("", "relevance", ...SORTS),
    group: fc.constantFrom("", ...GROUPS),
    after: fc.constantFrom("", "WyJjb21wdXRlIl0", "a_b-c"),
  })
  .map(parseBoardFilter);

describe("the filter of a board", () => {
  it("opens on what needs my mark, with nothing narrowed and nothing in the address", () => {
    expect(parseBoardFilter({})).toMatchObject({ view: "todo", q: "", category: [], after: null });
    expect(boardQuery(WHOLE_BOARD)).toBe("");
    expect(isNarrowed(WHOLE_BOARD)).toBe(false);
  });

  it("goes by how well a row fits when it searches, unless an order is named, and only then", () => {
    expect(parseBoardFilter({ q: "gp3" })).toMatchObject({ sort: "relevance", group: "none" });
    expect(boardQuery(parseBoardFilter({ q: "gp3" }))).toBe("q=gp3");
    expect(parseBoardFilter({ q: "gp3", sort: "category" })).toMatchObject({ sort: "category", group: "category" });
    expect(boardQuery(parseBoardFilter({ q: "gp3", sort: "category" }))).toBe("q=gp3&sort=category");
    expect(parseBoardFilter({ sort: "relevance" })).toEqual(WHOLE_BOARD);
    expect(boardQuery({ ...parseBoardFilter({ q: "gp3" }), q: "" })).not.toContain("sort");
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
      source: ["1", "not-an-id"],
      sort: "random",
      group: ["by", "colour"],
      after: "not base64url!",
    });

    expect(filter).toEqual({ ...WHOLE_BOARD, category: ["compute"] });
  });

  it("is in order by category under its categories, and in any other order without groups, unless they are asked for", () => {
    expect(parseBoardFilter({})).toMatchObject({ sort: "category", group: "category" });
    expect(parseBoardFilter({ sort: "support" })).toMatchObject({ sort: "support", group: "none" });
    expect(boardQuery(parseBoardFilter({ sort: "category", group: "category" }))).toBe("");
    expect(boardQuery(parseBoardFilter({ sort: "support", group: "none" }))).toBe("sort=support");
    expect(boardQuery(parseBoardFilter({ group: "none" }))).toBe("group=none");
  });

  it("keeps groups that were asked for in another order, and none that were not", () => {
    expect(sortedBy(WHOLE_BOARD, "support")).toMatchObject({ sort: "support", group: "none" });
    expect(sortedBy({ ...WHOLE_BOARD, group: "service" }, "support")).toMatchObject({ group: "service" });
    expect(sortedBy(parseBoardFilter({ sort: "support" }), "category")).toEqual(WHOLE_BOARD);
  });

  it("names a thing once, in one order, and no more things than anybody chooses by hand", () => {
    const many = Array.from({ length: 50 }, (_, n) => `service-${n}`);
    expect(parseBoardFilter({ service: ["b", "a", "b"] }).service).toEqual(["a", "b"]);
    expect(parseBoardFilter({ service: many }).service).toHaveLength(20);
  });

  it("takes any parameters at all", () => {
    const parameter = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
    const names = fc.constantFrom(
      "view",
      "q",
      "category",
      "availability",
      "mine",
      "lean",
      "service",
      "source",
      "sort",
      "group",
      "after",
    );
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
