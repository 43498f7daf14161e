import { describe, expect, it } from "vitest";

import { readRecap } from "../read";
import type { Gold } from "../scoring/gold";

import { fitLogistic, type Case } from "./logistic";
import { lessonOf, train } from "./train";

function cases(count: number, isOne: boolean, names: readonly string[]): Case[] {
  return Array.from({ length: count }, () => ({
    signs: new Map([["any", 1], ...names.map((name): [string, number] => [name, 1])]),
    isOne,
    weight: 1,
  }));
}

const CASES = [
  ...cases(30, true, ["for"]),
  ...cases(5, false, ["for"]),
  ...cases(30, false, ["against"]),
  ...cases(5, true, ["against"]),
  ...cases(10, true, ["for", "neither"]),
  ...cases(10, false, ["against", "neither"]),
];

describe("fitLogistic", () => {
  it("weighs what speaks for above nothing, and what speaks against below", () => {
    const weights = fitLogistic(CASES, 1);

    expect(weights.get("for")).toBeGreaterThan(0.5);
    expect(weights.get("against")).toBeLessThan(-0.5);
    expect(Math.abs(weights.get("neither") ?? 1)).toBeLessThan(0.1);
  });

  it("weighs less the more it is held back", () => {
    const sizes = [0.1, 1, 10, 100].map((restraint) => Math.abs(fitLogistic(CASES, restraint).get("for") ?? 0));

    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes.at(-1)).toBeLessThan((sizes[0] ?? 0) / 2);
  });

  it("stays finite where a sign is always right", () => {
    const weight = fitLogistic([...cases(5, true, ["sure"]), ...cases(5, false, [])], 1).get("sure");

    expect(weight).toBeGreaterThan(0);
    expect(weight).toBeLessThan(10);
  });
});

/** A post that gives each announcement a bold name after a star, and speaks of other things in bold besides. */
function postAbout(names: readonly string[]): string {
  const items = names.map((name) => `- **${name}** does its work well\n`).join("");
  return `# What was new\n\nAll of us had **good coffee** there and **nice rooms** too.\n\n${items}\nWe also met **old friends** again.\n`;
}

function goldOf(names: readonly string[]): Gold {
  const announcements = names.map((name) => ({
    name,
    aliases: [],
    category: "other" as const,
    alsoCategory: [],
    availability: "unknown" as const,
    alsoAvailability: [],
    optional: false,
  }));
  return { post: "made up", split: "", negative: false, announcements, not: [] };
}

describe("train", () => {
  const POSTS = [
    ["Gizmo Alpha", "Gizmo Beta", "Gizmo Gamma"],
    ["Widget Red", "Widget Green", "Widget Blue", "Widget White"],
    ["Sprocket One", "Sprocket Two", "Sprocket Three"],
  ];

  it("finds in a post what three labelled ones taught", () => {
    const lessons = POSTS.flatMap((names, index) => lessonOf(`post ${index}`, postAbout(names), goldOf(names)) ?? []);
    const weights = train(lessons);

    expect(lessons).toHaveLength(3);
    for (const names of [...POSTS, ["Lever Left", "Lever Right", "Lever Long"]]) {
      expect(readRecap(postAbout(names), weights).announcements.map(({ title }) => title)).toEqual(names);
    }
  });

  it("has nothing to learn from a list", () => {
    expect(lessonOf("list", '[{"title":"Gizmo Alpha"}]', goldOf(["Gizmo Alpha"]))).toBeNull();
  });
});
