import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { matching } from "./match";
import type { PaletteEntry } from "./types";

const ENTRIES = [
  entry("Export the shortlist as CSV", "AWS re:Invent 2023"),
  entry("Shortlist"),
  entry("Café", "", "coffee"),
];

describe("matching", () => {
  it("finds what every typed word begins a word of, the label's beginning first", () => {
    expect(found("shor")).toEqual(["Shortlist", "Export the shortlist as CSV"]);
    expect(found("exp re:inv")).toEqual(["Export the shortlist as CSV"]);
    expect(found("CAFE")).toEqual(["Café"]);
    expect(found("coffee")).toEqual(["Café"]);
    expect(found("list")).toEqual([]);
  });

  it("gives everything while only signs are typed", () => {
    expect(found(" % _ ")).toHaveLength(3);
  });

  it("finds any entry by any beginning of its label, and never fails", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(), (label, at) => {
        const typed = label.slice(0, at);
        expect(matching([entry(label)], typed)).toHaveLength(1);
      }),
    );
  });
});

function found(typed: string): string[] {
  return matching(ENTRIES, typed).map(({ label }) => label);
}

function entry(label: string, detail = "", words = ""): PaletteEntry {
  return { id: label, group: "Pages", label, detail, words, deed: { kind: "go", href: "/" } };
}
