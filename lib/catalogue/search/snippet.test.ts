import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { highlighter } from "./highlight";
import { cutAround } from "./snippet";

/** A surrogate without its other half. */
const HALF = /\p{Cs}/u;

describe("cutAround", () => {
  it("keeps a text that fits", () => {
    expect(cutAround("Costs\nless", [[0, 4]])).toEqual({ text: "Costs less", ranges: [[0, 4]] });
  });

  it("cuts a long text between words around its first place", () => {
    const text = `${"before it ".repeat(30)}the graviton instance ${"and after ".repeat(30)}`;
    const cut = cutAround(text, highlighter("graviton")(text));

    expect(cut.text).toMatch(/^…(before|it) .*the graviton instance and .*(and|after)…$/);
    expect(cut.ranges.map(([start, end]) => cut.text.slice(start, end))).toEqual(["graviton"]);
  });

  it("shows the same letters as the text does, whatever they are, and no half of one", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.string({ unit: "grapheme", maxLength: 400 }),
    );
    fc.assert(
      fc.property(texts, fc.nat(400), fc.nat(200), (text, from, length) => {
        const whole = Array.from(text);
        const start = whole.slice(0, from).join("").length;
        const end = whole.slice(0, from + length + 1).join("").length;
        fc.pre(start < end);
        const cut = cutAround(text, [[start, end]]);
        const [[at, to] = [0, 0]] = cut.ranges;
        const shown = text.slice(start, end).replaceAll(/\s/g, " ");
        expect(shown.startsWith(cut.text.slice(at, to))).toBe(true);
        expect(to).toBeGreaterThan(at);
        if (!HALF.test(text)) expect(cut.text).not.toMatch(HALF);
      }),
      { numRuns: 300 },
    );
  });
});
