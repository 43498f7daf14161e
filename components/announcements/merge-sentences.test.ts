import { describe, expect, it } from "vitest";

import type { MergePreview } from "@/lib/catalogue/merging/types";

import { mergeSentences } from "./merge-sentences";

const side = { id: "1", slug: "one", title: "One", services: [], marks: 0, comments: 0, sources: 0 };

const nothing: MergePreview = {
  keep: side,
  drop: side,
  marks: { moving: 0, both: 0 },
  ...{ comments: 0, sources: 0, links: 0, services: 0, candidates: 0, otherTeams: 0 },
  decision: { own: null, othersBoth: 0 },
};

describe("what a merge would do", () => {
  it("is said in numbers, for each thing that it touches", () => {
    const preview: MergePreview = {
      ...nothing,
      marks: { moving: 3, both: 1 },
      ...{ comments: 1, sources: 2, links: 1, services: 1, candidates: 1, otherTeams: 2 },
      decision: { own: { kind: "conflict", stands: "adopt", gives: "ignore" }, othersBoth: 1 },
    };

    expect(mergeSentences(preview).slice(0, -2)).toEqual([
      "3 marks move, with their notes.",
      "1 person marked both: their newer mark stands, the older is in the history.",
      "1 comment moves into its thread.",
      "Your team decided both: adopt is newer and stands, ignore is put aside.",
      "1 other team decided both: the newer decision stands, the older is put aside.",
      "2 sources, 1 link and 1 service are added.",
      "1 candidate of your imports under review is merged with the kept one instead.",
      "2 other teams worked on these announcements too, and are counted above.",
    ]);
  });

  it.each<[Partial<MergePreview>, string]>([
    [{}, "No mark moves."],
    [{ marks: { moving: 1, both: 2 } }, "1 mark moves, with its note."],
    [{ marks: { moving: 0, both: 2 } }, "2 people marked both: their newer marks stand, the older are in the history."],
    [{ sources: 1 }, "1 source is added."],
    [{ decision: { own: { kind: "moves", choice: "adopt" }, othersBoth: 0 } }, "Your team’s decision to adopt moves."],
    [
      { decision: { own: { kind: "conflict", stands: "adopt", gives: "adopt" }, othersBoth: 0 } },
      "Your team decided adopt on both: the newer decision stands, the older is put aside.",
    ],
  ])("%o says “%s”", (preview, sentence) => {
    expect(mergeSentences({ ...nothing, ...preview })).toContain(sentence);
  });
});
