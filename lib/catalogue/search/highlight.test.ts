import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { highlighter } from "./highlight";

/** The text with what is highlighted in brackets. */
function marked(search: string, text: string): string {
  const ranges = highlighter(search)(text);
  return ranges.reduceRight(
    (all, [start, end]) => `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`,
    text,
  );
}

describe("highlighter", () => {
  it.each([
    ["re:invent", "New re:Invent format", "New [re:Invent] format"],
    ["reinvent", "New re:Invent format", "New [re:Invent] format"],
    ["gp3", "GP3 volumes, gp3's price", "[GP3] volumes, [gp3]'s price"],
    ["gravit", "Graviton2", "[Gravit]on2"],
    ["m7g.large", "from m7g.large up", "from [m7g.large] up"],
    ["large", "from m7g.large up", "from m7g.[large] up"],
    ["intelligent-t", "S3 Intelligent-Tiering", "S3 [Intelligent-T]iering"],
    ["intelligent tiering", "S3 Intelligent-Tiering", "S3 [Intelligent]-[Tiering]"],
    ["arm", "ARM64 alarms on arm", "[ARM]64 alarms on [arm]"],
    ["db", "DynamoDB", "Dynamo[DB]"],
    ["c++", "C++ and C", "[C++] and C"],
    [".net", "ASP.NET and internet", "ASP[.NET] and internet"],
    ["100%", "100% of 100", "[100%] of 100"],
    ["1 gb", "1 GB or 1GB, not 10 GB", "[1 GB] or [1GB], not 10 GB"],
    ["1gb", "1 GB or 1GB", "[1 GB] or [1GB]"],
    ["25", "2.5 or 25", "2.5 or [25]"],
    ["cafe", "Café, cafe\u0301s", "[Café], [cafe\u0301]s"],
    ["ﬁne", "fine", "[fine]"],
    ["instances", "One instance", "One [instance]"],
    ["prices", "Pricing", "[Pricing]"],
    ['"cost of"', "The cost of it, cost often", "The [cost of] it, cost often"],
    ["cost graviton", "Graviton costs", "[Graviton] [cost]s"],
    ["cost -graviton", "Graviton costs", "Graviton [cost]s"],
    ["🚀", "To 🚀 and 🚀🚀", "To [🚀] and [🚀🚀]"],
    ["追加", "機能追加", "機能[追加]"],
    ["e", "🚀e", "🚀[e]"],
    ["%", "no sign", "no sign"],
    ["c", "C, C++ and cost", "[C], [C]++ and cost"],
  ])("of %j in %j", (search, text, expected) => {
    expect(marked(search, text)).toBe(expected);
  });

  it("gives places that are in the text, in order and apart, whatever is searched in whatever text", () => {
    const any = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("a.b c", "((("),
    );
    fc.assert(
      fc.property(any, any, (search, text) => {
        let from = -1;
        for (const [start, end] of highlighter(search)(text)) {
          expect(start).toBeGreaterThan(from);
          expect(end).toBeGreaterThan(start);
          from = end;
        }
        expect(from).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it("finds a word of the text where it stands", () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,8}$/).filter((text) => !/^(or|the)$/.test(text));
    fc.assert(
      fc.property(fc.array(word), word, fc.array(word), (before, searched, after) => {
        const text = [...before, searched, ...after].join(" ");
        const start = [...before, ""].join(" ").length;
        const covered = highlighter(searched)(text).some(
          ([from, to]) => from <= start && to >= start + searched.length,
        );
        expect(covered).toBe(true);
      }),
    );
  });
});
