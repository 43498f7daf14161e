import { describe, expect, it } from "vitest";

import { decision } from "@/lib/testing/decisions";

import type { DecisionEvent } from "./decision";
import { eventWords, isTimeToLookAgain } from "./words";

describe("eventWords", () => {
  const event = (given: Partial<DecisionEvent>): DecisionEvent => ({ ...decision(), kind: "settled", ...given });

  it.each([
    [{}, "Ewan Fraser decided adopt · Q1 2021 · Priya Nair owns it"],
    [{ target: null, owner: null }, "Ewan Fraser decided adopt"],
    [{ kind: "reopened", reason: "It is out of preview." }, "Ewan Fraser reopened it: It is out of preview."],
    [{ kind: "reopened", reason: "" }, "Ewan Fraser reopened it"],
    [{ kind: "delivered", delivery: "done", deliveryOn: "2021-02-01" }, "Ewan Fraser set it to done, 1 Feb 2021"],
  ] as const)("of %j", (given, words) => {
    expect(eventWords(event(given))).toBe(words);
  });
});

describe("isTimeToLookAgain", () => {
  it("is so from the day on", () => {
    const ignored = decision({ choice: "ignore", reopenOn: "2021-06-01" });

    expect(["2021-05-31", "2021-06-01", "2022-01-01"].map((day) => isTimeToLookAgain(ignored, day))).toEqual([
      ...[false, true, true],
    ]);
    expect([isTimeToLookAgain(null, "2021-06-01"), isTimeToLookAgain(decision(), "2021-06-01")]).toEqual([
      false,
      false,
    ]);
  });
});
