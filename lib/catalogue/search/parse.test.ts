import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { MAX_TERMS, parseSearch, wantedTerms } from "./parse";

/** A search as short as it can be written: alternatives by " | ", phrases in quotes, excluded ones with a minus. */
function parsed(typed: string): string {
  return parseSearch(typed)
    .map((terms) =>
      terms
        .map(({ text, isPhrase, isExcluded }) => (isExcluded ? "-" : "") + (isPhrase ? `"${text}"` : text))
        .join(" "),
    )
    .join(" | ");
}

describe("parseSearch", () => {
  it.each([
    ["graviton cost", "graviton cost"],
    ['"cost of graviton" arm', '"cost of graviton" arm'],
    ["“curly quotes”", '"curly quotes"'],
    ['intro"in the middle"', 'intro "in the middle"'],
    ['"never closed', "never closed"],
    ["graviton -arm", "graviton -arm"],
    ['graviton -"large instances"', 'graviton -"large instances"'],
    ["-arm", "-arm"],
    ["gp3 or gp2", "gp3 | gp2"],
    ["gp3 OR gp2 or io2", "gp3 | gp2 | io2"],
    ['"or" gp3', '"or" gp3'],
    ["or gp3 or", "gp3"],
    ["GP3 gp3 gp2 gp3", "gp3 gp2"],
    ["the cost of graviton", "cost graviton"],
    ["the", "the"],
    ["1 GB memory", "1 GB memory"],
    ["us-east-1", "us-east-1"],
    ["c++ .net 100%", "c++ .net 100%"],
    ['- -- . ? "" ()', ""],
    ["", ""],
  ])("takes %j as %j", (typed, expected) => {
    // A unit belongs to its number, which does not show in a line of words.
    expect(parsed(typed)).toBe(expected);
  });

  it("keeps an amount and its unit together", () => {
    expect(parseSearch("1 GB memory")[0]).toMatchObject([{ text: "1 GB" }, { text: "memory" }]);
    expect(parseSearch("10 x-rays")[0]).toMatchObject([{ text: "10" }, { text: "x-rays" }]);
  });

  it("takes any text, within its limit, and asks for nothing that was not typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (typed) => {
        const terms = parseSearch(typed).flat();
        expect(terms.length).toBeLessThanOrEqual(MAX_TERMS);
        for (const { text } of terms) expect(text.split(" ").every((word) => typed.includes(word))).toBe(true);
      }),
    );
  });

  it("highlights what is wanted and not what is excluded", () => {
    expect(wantedTerms(parseSearch("gp3 -io2 or gp3")).map(({ text }) => text)).toEqual(["gp3"]);
  });
});
