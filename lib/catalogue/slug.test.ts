import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { freeSlug, slugify } from "./slug";

describe("slugify", () => {
  it.each([
    ["EBS gp3 volumes", "ebs-gp3-volumes"],
    ["S3 Intelligent-Tiering: archive and deep archive", "s3-intelligent-tiering-archive-and-deep-archive"],
    ["AWS's café: 10 % off!", "awss-cafe-10-off"],
    ["  --  ", "announcement"],
    ["新しいサービス", "announcement"],
  ])("turns %j into %s", (title, slug) => {
    expect(slugify(title)).toBe(slug);
  });

  it("cuts a long title between words, and a long word anywhere", () => {
    expect(slugify(`${"word ".repeat(15)}incomprehensibilities`)).toBe("word-".repeat(15).slice(0, -1));
    expect(slugify("a".repeat(200))).toBe("a".repeat(80));
  });

  it("gives an address for any title, and for an address itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (title) => {
        const slug = slugify(title);

        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(80);
        expect(slugify(slug)).toBe(slug);
      }),
    );
  });
});

describe("freeSlug", () => {
  const title = "Amazon Q";
  const conferenceSlug = "reinvent-2023";

  it.each([
    [[], "amazon-q"],
    [["amazon-q"], "amazon-q-reinvent-2023"],
    [["amazon-q", "amazon-q-reinvent-2023"], "amazon-q-reinvent-2023-2"],
    [["amazon-q", "amazon-q-reinvent-2023", "amazon-q-reinvent-2023-2"], "amazon-q-reinvent-2023-3"],
    [["amazon-q-reinvent-2023"], "amazon-q"],
  ])("beside %j takes %s", (taken, expected) => {
    expect(freeSlug({ title, conferenceSlug, taken: new Set(taken) })).toBe(expected);
  });
});
