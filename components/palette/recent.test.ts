import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { recentPlaces, rememberPlace } from "./recent";
import type { PaletteEntry } from "./types";

const ADA = { email: "ada@example.com", team: "platform" };

let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe("recent places", () => {
  it("are the last few, each once, the last one first", () => {
    for (const number of [1, 2, 3, 4, 5, 6, 7, 2]) rememberPlace(ADA, place(`/teams/platform/${number}`));

    const hrefs = recentPlaces(ADA).map(({ deed }) => deed);

    expect(hrefs).toEqual([2, 7, 6, 5, 4, 3].map((number) => ({ kind: "go", href: `/teams/platform/${number}` })));
  });

  it("are shown neither to somebody else nor in another team", () => {
    rememberPlace(ADA, place("/teams/platform/people"));

    expect(recentPlaces({ ...ADA, email: "grace@example.com" })).toEqual([]);
    expect(recentPlaces({ ...ADA, team: "data" })).toEqual([]);
  });

  it("leave actions out", () => {
    rememberPlace(ADA, { ...place("/teams/platform/people"), group: "Actions" });
    rememberPlace(ADA, { ...place("/"), deed: { kind: "sign-out" } });

    expect(recentPlaces(ADA)).toEqual([]);
  });

  it.each([
    "{",
    "null",
    '"x"',
    '{"email":"ada@example.com","team":"platform","places":7}',
    foreign("https://evil.example"),
    foreign("//evil.example"),
    foreign("/\\evil.example"),
    foreign("javascript:alert(1)"),
  ])("ignore what was not written by the palette: %s", (text) => {
    kept.set("debrief.recent", text);

    expect(recentPlaces(ADA)).toEqual([]);
  });

  it("are none in a browser that keeps nothing", () => {
    vi.stubGlobal("localStorage", undefined);

    rememberPlace(ADA, place("/teams/platform/people"));

    expect(recentPlaces(ADA)).toEqual([]);
  });
});

function place(href: string): PaletteEntry {
  return { id: href, group: "Pages", label: href, deed: { kind: "go", href } };
}

function foreign(href: string): string {
  return JSON.stringify({ ...ADA, places: [{ href, label: "Free" }] });
}
