import { describe, expect, it } from "vitest";

import { opposingSides } from "./sides";

describe("opposingSides", () => {
  it.each([
    [{ adopt: 5, investigate: 2, ignore: 4 }, ["adopt", "ignore"]],
    [{ adopt: 1, investigate: 9, ignore: 1 }, ["adopt", "ignore"]],
    [{ adopt: 3, investigate: 2, ignore: 0 }, ["adopt", "investigate"]],
    [{ adopt: 0, investigate: 2, ignore: 4 }, ["investigate", "ignore"]],
    [{ adopt: 0, investigate: 2, ignore: 0 }, ["investigate"]],
    [{ adopt: 0, investigate: 0, ignore: 0 }, []],
  ])("of %j are %j", (tally, sides) => {
    expect(opposingSides(tally)).toEqual(sides);
  });
});
