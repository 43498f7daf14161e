import { describe, expect, it } from "vitest";

import { exportSource, writtenText } from "@/lib/testing/export-source";

import { debriefJson } from "./debrief-json";

describe("debriefJson", () => {
  it("writes lists that come in pieces, empty ones and single values as one object", async () => {
    const everything = [
      { single: "round", json: "null" },
      { list: "people", elements: [] },
      { list: "votes", elements: [] },
      { list: "votes", elements: ['{"a":1}', '{"a":2}'] },
      { list: "votes", elements: ['{"a":3}'] },
      { single: "radar", json: '{"names":[]}' },
    ] as const;

    const text = await writtenText(debriefJson, exportSource({ everything }));

    expect(JSON.parse(text)).toEqual({
      ...{ format: "debrief", version: 1, round: null, people: [] },
      ...{ votes: [{ a: 1 }, { a: 2 }, { a: 3 }], radar: { names: [] } },
    });
    expect(text.split("\n")).toContain('{"a":2},');
  });
});
