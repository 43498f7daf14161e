import { describe, expect, it } from "vitest";

import type { Resolution, ReviewCandidate } from "@/lib/catalogue/imports/types";

import { nextOpen, patchedCounts, step } from "./review-state";

const NOBODY: ReadonlySet<string> = new Set();

describe("nextOpen", () => {
  it("goes to the next open candidate below, then round to the first", () => {
    const lines = candidates("open", "create", "open", "skip");

    expect(nextOpen(lines, 1, NOBODY)).toBe(3);
    expect(nextOpen(lines, 3, NOBODY)).toBe(1);
  });

  it("passes over those whose answer is on its way", () => {
    expect(nextOpen(candidates("open", "open", "open"), 1, new Set(["id2"]))).toBe(3);
  });

  it("goes on line by line when none is open, and stays on the last", () => {
    expect(nextOpen(candidates("skip", "merge"), 1, NOBODY)).toBe(2);
    expect(nextOpen(candidates("skip", "merge"), 2, NOBODY)).toBe(2);
  });
});

describe("step", () => {
  it("moves a line and stops at either end", () => {
    const lines = candidates("open", "open");

    expect([step(lines, 1, 1), step(lines, 2, 1), step(lines, 1, -1)]).toEqual([2, 2, 1]);
  });
});

describe("patchedCounts", () => {
  it("moves the counts of the whole import by what changed on this page", () => {
    const counts = { found: 300, created: 10, merged: 5, skipped: 1, skippedBefore: 0, known: 0, left: 284 };

    const patched = patchedCounts(counts, candidates("open", "open", "skip"), candidates("create", "merge", "open"));

    expect(patched).toEqual({ found: 300, created: 11, merged: 6, skipped: 0, skippedBefore: 0, known: 0, left: 283 });
  });
});

function candidates(...resolutions: Resolution[]): ReviewCandidate[] {
  return resolutions.map((resolution, index) => ({
    ...{ id: `id${index + 1}`, number: index + 1, version: 1, title: "Widgets", services: [], category: "other" },
    ...{ availability: "unknown", confidence: 1, resolution, match: null, reason: null, place: null },
  }));
}
