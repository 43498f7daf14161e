import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { cleanNote, noteLength } from "./note";

describe("a note", () => {
  it("keeps lines, tabs, accents and emoji, and drops what cannot be seen", () => {
    expect(cleanNote("  one\r\ntwo\rthree\tfour\u0000\u0007\u009b é 🚀 \n")).toBe("one\ntwo\nthree\tfour é 🚀");
    expect(cleanNote("e\u0301")).toBe("\u00e9");
    expect(cleanNote("half of a pair \ud83d")).toBe("half of a pair");
  });

  it("is the same when it is cleaned again, so that a stored note compares equal to itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        expect(cleanNote(cleanNote(typed))).toBe(cleanNote(typed));
      }),
    );
  });

  it("counts an emoji as one character", () => {
    expect(noteLength("gp3 🚀")).toBe(5);
  });
});
