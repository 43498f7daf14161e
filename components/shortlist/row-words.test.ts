import { describe, expect, it } from "vitest";

import { daysWords, effortsWords, leftOutWords, overdueSince, progressWords } from "./row-words";

describe("daysWords", () => {
  it.each([
    [0, "0 d"],
    [4, "4 d"],
    [0.5, "0.5 d"],
    [12.5, "12.5 d"],
    [9.96, "10 d"],
    [1200, "1,200 d"],
  ])("writes %d as %s", (days, words) => expect(daysWords(days)).toBe(words));
});

describe("overdueSince", () => {
  const target = { on: "2021-03-31", isQuarter: true };

  it("says since when only while the work goes on, and from the day after", () => {
    expect(overdueSince({ target, delivery: "planned" }, "2021-03-31")).toBeNull();
    expect(overdueSince({ target, delivery: "planned" }, "2021-04-01")).toBe("31 Mar");
    expect(overdueSince({ target, delivery: "started" }, "2022-01-01")).toBe("31 Mar 2021");
    for (const delivery of ["done", "dropped"] as const) {
      expect(overdueSince({ target, delivery }, "2022-01-01")).toBeNull();
    }
    expect(overdueSince({ target: null, delivery: "planned" }, "2022-01-01")).toBeNull();
  });
});

describe("the words of the totals", () => {
  it("say what became of all, and what the sum leaves out", () => {
    expect(progressWords({ decided: 6, deliveries: { planned: 3, started: 2, done: 1, dropped: 0 } })).toBe(
      "6 decided · 2 started · 1 done · 0 dropped",
    );
    expect(leftOutWords({ withoutDays: 0, withoutEffort: 0 })).toBeNull();
    expect(leftOutWords({ withoutDays: 2, withoutEffort: 2 })).toBe("no effort said on 2");
    expect(leftOutWords({ withoutDays: 3, withoutEffort: 2 })).toBe("no days said on 3");
    expect(effortsWords({ efforts: { S: 3, M: 2, L: 0, XL: 0 } })).toBe("3 S, 2 M");
  });
});
