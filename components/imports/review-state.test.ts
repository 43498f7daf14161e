import { describe, expect, it } from "vitest";

import type { CandidateMatch, Resolution, ReviewCandidate } from "@/lib/catalogue/imports/types";

import { formBack, nextOpen, patchedAcceptable, patchedCounts, predict, sayChange, step } from "./review-state";

const MATCH: CandidateMatch = { announcementId: "a1", slug: "gadgets", title: "Gadgets", reason: "same link" };

describe("nextOpen", () => {
  it("goes to the next open candidate below, then round to the first", () => {
    const lines = candidates("open", "create", "open", "skip");

    expect(nextOpen(lines, 1)).toBe(3);
    expect(nextOpen(lines, 3)).toBe(1);
  });

  it("goes on line by line when none is open, and stays on the last", () => {
    expect(nextOpen(candidates("skip", "merge"), 1)).toBe(2);
    expect(nextOpen(candidates("skip", "merge"), 2)).toBe(2);
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

describe("patchedAcceptable", () => {
  it("takes off what was answered here, and counts no mere likeness", () => {
    const before = candidates("open", "open", "open");
    const [one, other, third] = before;
    if (!one || !other || !third) throw new Error("three were made");
    const alike = { ...third, match: { ...MATCH, reason: "same service and 0.70 alike" } };
    const now = [{ ...one, resolution: "create" } as const, other, alike];

    expect(patchedAcceptable([{ above: 0.9, takes: 50 }], [one, other, alike], now)).toEqual([
      { above: 0.9, takes: 49 },
    ]);
  });
});

describe("predict", () => {
  const [open] = candidates("open");
  if (!open) throw new Error("one was made");
  const matched = { ...open, match: MATCH };

  it.each([
    ["accepts as new what matches nothing", open, { resolution: "accept" }, "create"],
    ["merges what matches", matched, { resolution: "accept" }, "merge"],
    ["creates what matches but is new", matched, { resolution: "accept", announcementId: "" }, "create"],
    ["merges with what was chosen", open, { resolution: "accept", announcementId: "another" }, "merge"],
    ["skips", matched, { resolution: "skip" }, "skip"],
    ["leaves open what is corrected", open, { resolution: "open", title: "Other" }, "open"],
  ])("%s", (_, candidate, fields, resolution) => {
    expect(predict(candidate, formOf(fields)).resolution).toBe(resolution);
  });

  it("shows what was typed, but for what cannot be stored", () => {
    const typed = { resolution: "open", title: " ", services: "A, B,", category: "storage", availability: "rubbish" };

    expect(predict(open, formOf(typed))).toMatchObject({
      ...{ title: "Widgets", services: ["A", "B"], category: "storage", availability: "unknown" },
    });
  });
});

describe("formBack", () => {
  it("brings a candidate back to how it stood, whatever became of it", () => {
    for (const before of [...candidates("open", "create", "skip"), ...candidates("merge").map(withMatch)]) {
      const changed = predict(before, formOf({ resolution: "skip", title: "Changed", services: "Z", category: "iot" }));

      expect(predict(changed, formBack("import", before))).toEqual(before);
    }
  });
});

describe("sayChange", () => {
  it("says what became of a candidate", () => {
    const [before] = candidates("open");
    if (!before) throw new Error("one was made");
    const said = (change: Partial<ReviewCandidate>) => sayChange(before, { ...before, ...change });

    expect(said({ resolution: "create" })).toBe("Accepted as new: 1, Widgets");
    expect(said({ resolution: "merge", match: MATCH })).toBe("Merges with Gadgets: 1, Widgets");
    expect(said({ resolution: "skip" })).toBe("Skipped: 1, Widgets");
    expect(said({ title: "Other" })).toBe("Stored: 1, Other");
  });
});

function withMatch(candidate: ReviewCandidate): ReviewCandidate {
  return { ...candidate, match: MATCH };
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

function candidates(...resolutions: Resolution[]): ReviewCandidate[] {
  return resolutions.map((resolution, index) => ({
    ...{ id: `id${index + 1}`, number: index + 1, version: 1, title: "Widgets", services: [], category: "other" },
    ...{ availability: "unknown", confidence: 1, resolution, match: null, reason: null, place: null },
  }));
}
