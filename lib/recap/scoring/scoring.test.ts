import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { assign } from "./assign";
import { calibrate } from "./calibration";
import { readGold, type Gold, type Label } from "./gold";
import { normalise, normaliseUrl, pair, type Scored } from "./pair";
import { writeScore } from "./report";
import { scoreAll, scorePost } from "./score";

function label(name: string, more: Partial<Label> = {}): Label {
  return {
    name,
    aliases: [],
    category: "storage",
    alsoCategory: [],
    availability: "unknown",
    alsoAvailability: [],
    optional: false,
    ...more,
  };
}

function gold(announcements: Label[], more: Partial<Gold> = {}): Gold {
  return { post: "post.md", split: "all", negative: false, announcements, not: [], ...more };
}

function candidate(title: string, more: Partial<Scored> = {}): Scored {
  return { title, category: "storage", availability: "unknown", links: [], confidence: 0.8, ...more };
}

function link(url: string) {
  return { url, kind: "other" as const };
}

describe("the best assignment", () => {
  it("is as heavy as the best of all permutations", () => {
    const weight = fc.integer({ min: 0, max: 9 });
    const matrix = fc
      .integer({ min: 1, max: 5 })
      .chain((columns) => fc.array(fc.array(weight, { minLength: columns, maxLength: columns }), { maxLength: 5 }));
    fc.assert(
      fc.property(matrix, (weights) => {
        const columns = assign(weights);
        const used = columns.filter((column) => column >= 0);
        expect(new Set(used).size).toBe(used.length);
        const total = columns.reduce((sum, column, row) => sum + (weights[row]?.[column] ?? 0), 0);
        expect(total).toBe(heaviest(weights, 0, new Set()));
      }),
    );
  });

  function heaviest(weights: number[][], row: number, used: Set<number>): number {
    const own = weights[row];
    if (!own) return 0;
    const choices = own.flatMap((weight, column) =>
      used.has(column) ? [] : [weight + heaviest(weights, row + 1, new Set([...used, column]))],
    );
    return Math.max(heaviest(weights, row + 1, used), ...choices);
  }
});

describe("pairing labels and candidates", () => {
  it("compares without accents, case, apostrophes and most punctuation", () => {
    expect(normalise("  Amazon’s “Café” C++ (re:Invent) .NET ")).toBe("amazons cafe c++ re invent .net");
    expect(normaliseUrl(" HTTPS://www.Example.com/News/?a=1#top")).toBe("example.com/news");
  });

  it("finds an alias from the start of a word, which may go on", () => {
    const labels = gold([label("Blue tape", { aliases: ["tape robot"] })]);

    expect(pair(labels, [candidate("A tape robots' day")]).right).toHaveLength(1);
    expect(pair(labels, [candidate("Scotchtape robot")]).right).toHaveLength(0);
  });

  it("pairs by link when no alias occurs, and says so", () => {
    const labels = gold([label("Blue tape", { url: "https://example.com/tape/" })]);
    const { right } = pair(labels, [candidate("Something sticky", { links: [link("http://www.example.com/tape?x")] })]);

    expect(right.map((each) => each.isByLinkAlone)).toEqual([true]);
  });

  it("gives a candidate to a required label before an optional one, and calls the second mention a duplicate", () => {
    const labels = gold([label("Tape storage", { optional: true }), label("Tape")], { not: ["Lunch break"] });
    expect(pair(labels, [candidate("Tape storage")]).right.map(({ label: { name } }) => name)).toEqual(["Tape"]);
    const outcome = pair(labels, [candidate("Tape storage"), candidate("Lunch break"), candidate("Tape")]);

    expect(outcome.right.map(({ label: { name }, candidate: { title } }) => [name, title])).toEqual([["Tape", "Tape"]]);
    expect(outcome.optional.map(({ candidate: { title } }) => title)).toEqual(["Tape storage"]);
    expect(outcome.extra.map(({ candidate: { title }, isDuplicate, not }) => [title, isDuplicate, not])).toEqual([
      ["Lunch break", false, "Lunch break"],
    ]);
    expect(pair(labels, [candidate("Tape"), candidate("Tape 2"), candidate("Tape 3")]).extra[0]?.isDuplicate).toBe(
      true,
    );
  });
});

describe("the score", () => {
  it("counts what was found, missed, made up, and judged", () => {
    const labels = gold([
      label("Tape", { availability: "ga" }),
      label("Disk", { availability: "preview", alsoAvailability: ["unknown"], alsoCategory: ["compute"] }),
      label("Paper"),
      label("Wax", { optional: true }),
    ]);
    const found = [
      candidate("Tape", { availability: "ga", category: "iot" }),
      candidate("Disk", { category: "compute" }),
      candidate("Wax", { confidence: 0.1 }),
      candidate("Lunch"),
    ];
    const { overall, calibration } = scoreAll([scorePost("a", labels, found, 1)]);

    expect(overall.counts).toMatchObject({
      required: 3,
      extracted: 4,
      right: 2,
      wrong: 1,
      missed: 1,
      optionalFound: 1,
    });
    expect(overall.rates).toEqual({
      precision: 2 / 3,
      recall: 2 / 3,
      f1: 2 / 3,
      category: 0.5,
      categoryFirst: 0,
      availability: 1,
      statedFound: 0.5,
      claimedRight: 1,
    });
    expect(calibration.bins.filter((bin) => bin.candidates > 0)).toEqual([
      { from: 0.8, to: 0.9, candidates: 3, right: 2, meanConfidence: expect.closeTo(0.8) },
    ]);
    expect(calibration.error).toBeCloseTo(0.8 - 2 / 3);
  });

  it("keeps posts without announcements apart, except in the calibration", () => {
    const positive = scorePost("a", gold([label("Tape")]), [candidate("Tape", { confidence: 1 })], 1);
    const negative = scorePost("b", gold([], { negative: true }), [candidate("Lunch", { confidence: 1 })], 1);
    const score = scoreAll([positive, negative]);

    expect(score.overall).toMatchObject({ posts: 1, rates: { precision: 1, recall: 1, f1: 1 }, meanF1: 1 });
    expect(score.negatives).toEqual({ posts: 1, falseAnnouncements: 1 });
    expect(score.calibration.error).toBe(0.5);
  });

  it("has no rates without anything to count", () => {
    expect(scoreAll([]).overall.rates.f1).toBeNull();
    expect(calibrate([]).error).toBeNull();
    expect(scorePost("a", gold([label("Tape")]), [], 1).rates).toMatchObject({ precision: null, recall: 0, f1: 0 });
  });

  it("writes a line for each post, and what went wrong when asked", () => {
    const labels = gold([label("Tape"), label("Disk")], { not: ["Lunch"] });
    const score = scoreAll([
      scorePost("a-post", labels, [candidate("Tape", { category: "iot" }), candidate("Lunch")], 7),
    ]);

    expect(writeScore(score, { isVerbose: false })).toMatch(/^a-post +2 +2 +1 +1 +1 \| +50% +50% +50% \|.* 7$/m);
    expect(writeScore(score, { isVerbose: false })).not.toContain("missed: Disk");
    const verbose = writeScore(score, { isVerbose: true });
    for (const line of ["missed: Disk", "extra (not: Lunch) 0.80: Lunch", "category: Tape: iot, gold storage"])
      expect(verbose).toContain(line);
  });
});

describe("labels", () => {
  it("are refused with one sentence that names the file and the place", () => {
    expect(readGold("a.json", "{").ok).toBe(false);
    const refused = readGold("a.json", JSON.stringify({ post: "a", announcements: [{ name: "x", category: "tape" }] }));

    expect(refused.ok || refused.problem.message).toMatch(
      /^a\.json does not hold labels at announcements\.0\.category: /,
    );
  });

  it("fill in what a file leaves out", () => {
    const read = readGold("a.json", '{"post":"a","announcements":[{"name":"x","category":"iot","availability":"ga"}]}');

    expect(read.ok && read.value).toMatchObject({ negative: false, not: [], announcements: [{ optional: false }] });
  });
});
