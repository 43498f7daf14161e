import { describe, expect, it } from "vitest";

import type { Choice } from "../types";

import { opposingSides } from "./sides";

const ALL: readonly Choice[] = ["adopt", "investigate", "ignore"];

describe("opposingSides", () => {
  it.each([
    [{ adopt: 5, investigate: 2, ignore: 4 }, ALL, ["adopt", "ignore"]],
    [{ adopt: 1, investigate: 9, ignore: 1 }, ALL, ["adopt", "ignore"]],
    [{ adopt: 3, investigate: 2, ignore: 0 }, [], ["adopt", "investigate"]],
    [{ adopt: 0, investigate: 2, ignore: 4 }, ["ignore"], ["investigate", "ignore"]],
    [{ adopt: 0, investigate: 2, ignore: 0 }, [], ["investigate"]],
    [{ adopt: 0, investigate: 0, ignore: 0 }, [], []],
  ] as const)("of %j with notes for %j are %j", (tally, noted, sides) => {
    expect(opposingSides(tally, (choice) => noted.some((one) => one === choice))).toEqual(sides);
  });

  it.each([
    [{ adopt: 5, investigate: 4, ignore: 1 }, ["adopt", "investigate"], ["adopt", "investigate"]],
    [{ adopt: 1, investigate: 4, ignore: 5 }, ["investigate", "ignore"], ["investigate", "ignore"]],
    [{ adopt: 5, investigate: 4, ignore: 1 }, ["adopt"], ["adopt", "ignore"]],
    [{ adopt: 5, investigate: 4, ignore: 1 }, [], ["adopt", "ignore"]],
  ] as const)("of %j are where both wrote why: with %j, %j", (tally, noted, sides) => {
    expect(opposingSides(tally, (choice) => noted.some((one) => one === choice))).toEqual(sides);
  });
});
