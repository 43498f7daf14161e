import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { formatTarget, isDay, parseTarget, quarterOf, targetText } from "./target";

describe("parseTarget", () => {
  it.each([
    ["2021-03-15", { on: "2021-03-15", isQuarter: false }],
    [" 2021-Q1 ", { on: "2021-03-31", isQuarter: true }],
    ["Q2 2021", { on: "2021-06-30", isQuarter: true }],
    ["q4/2024", { on: "2024-12-31", isQuarter: true }],
  ])("reads %j", (text, target) => {
    expect(parseTarget(text)).toEqual(target);
  });

  it.each(["", "soon", "2021-02-30", "Q5 2021", "1999-Q1", "21-Q1", "2021"])("does not read %j", (text) => {
    expect(parseTarget(text)).toBeUndefined();
  });

  it("reads what it writes, and a quarter ends on its last day", () => {
    const day = fc
      .date({ min: new Date("2000-01-01"), max: new Date("2999-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.boolean(), (on, isQuarter) => {
        const target = parseTarget(isQuarter ? quarterOf(on) : on);
        if (!target) throw new Error(`Not read: ${on}`);
        expect(parseTarget(targetText(target))).toEqual(target);
        expect(isDay(target.on)).toBe(true);
        expect(target.on >= on && quarterOf(target.on) === quarterOf(on)).toBe(true);
      }),
    );
  });
});

describe("formatTarget", () => {
  it("says a quarter as a quarter and a day as a day", () => {
    expect(formatTarget({ on: "2021-03-31", isQuarter: true })).toBe("Q1 2021");
    expect(formatTarget({ on: "2021-03-15", isQuarter: false })).toBe("15 Mar 2021");
  });
});
