import { TechRadarLoaderResponseParser } from "@backstage-community/plugin-tech-radar-common";
import fc from "fast-check";
import matter from "gray-matter";
import { describe, expect, it } from "vitest";

import { decision } from "@/lib/testing/decisions";
import { exportSource, writtenText } from "@/lib/testing/export-source";
import { anyDecisionRecord, anyRadarItem, decisionRecord, radarItem } from "@/lib/testing/shortlist-rows";

import type { ExportSource } from "../export/types";

import { backstageFormat } from "./backstage";

describe("backstage.json", () => {
  it("has our quadrants clockwise from the bottom right and our rings when nothing is on the radar", async () => {
    const { quadrants, rings, entries } = await fileOf(exportSource());

    expect(quadrants.map(({ name }) => name)).toEqual([
      ...["Observe and secure", "Build and ship", "Compute and containers", "Data and storage"],
    ]);
    expect(rings.map(({ id, name, color }) => [id, name, color])).toEqual([
      ["adopt", "Adopt", "#0b6f68"],
      ["investigate", "Investigate", "#cb751a"],
      ["ignore", "Ignore", "#868b95"],
    ]);
    expect(entries).toEqual([]);
  });

  it("says in its title which conference, team and moment it shows", async () => {
    expect(JSON.parse(await writtenText(writer(), exportSource()))).toMatchObject({
      title: "Radar of Platform for Example Conf 2030, as of Sun 1 Dec 2030, 11:20 UTC. No filter set.",
    });
  });

  it("puts an entry into its quadrant, with a link to the vendor and to the team's page", async () => {
    const { quadrants, entries } = await fileOf(exportSource({ radar: [radarItem({ quadrant: 1 })] }));

    expect(quadrants.find(({ id }) => id === entries[0]?.quadrant)?.name).toBe("Data and storage");
    expect(entries[0]).toMatchObject({
      title: "Faster widgets",
      url: "https://debrief.example/teams/platform/announcements/faster-widgets",
      links: [{ url: "https://vendor.example/widgets", title: "What the vendor says" }],
    });
  });

  it("begins a timeline with what holds now and goes back through what was decided before", async () => {
    const first = { ...decision({ choice: "ignore", at: "2030-11-10T09:00:00.000Z", reason: "Too early." }) };
    const second = { ...decision({ choice: "investigate", at: "2030-11-12T09:00:00.000Z", reason: "A spike." }) };
    const third = { ...decision({ choice: "adopt", at: "2030-11-20T09:00:00.000Z", reason: "It held." }) };
    const source = exportSource({
      radar: [radarItem({ ring: "adopt", moved: 2, decision: third })],
      decisions: [
        decisionRecord({
          decision: third,
          history: [first, second, third].map((each) => ({ ...each, kind: "settled" as const })),
        }),
      ],
    });

    const [entry] = (await fileOf(source)).entries;

    expect(
      entry?.timeline.map(({ date, ringId, moved, description }) => [day(date), ringId, moved, description]),
    ).toEqual([
      ["2030-11-20", "adopt", 1, "It held."],
      ["2030-11-12", "investigate", 1, "A spike."],
      ["2030-11-10", "ignore", 0, "Too early."],
    ]);
  });

  it("dates what only leans with the moment of the export, and shows how it moved since the conference before", async () => {
    const radar = ([-1, 0, 1, 2] as const).map((moved) => radarItem({ moved, ring: "investigate", decision: null }));

    const { entries } = await fileOf(exportSource({ radar }));

    expect(entries.map(({ timeline }) => timeline.map(({ date, moved }) => [day(date), moved]))).toEqual([
      ...[[["2030-12-01", -1]], [["2030-12-01", 0]], [["2030-12-01", 1]], [["2030-12-01", 0]]],
    ]);
  });

  it("keeps awkward titles", async () => {
    const titles = ["a | b # \"c\" 'd', e", "=HYPERLINK(1)", "שלום", "🚀", "x".repeat(5_000), "a\uffffb", "- {x: [y]}"];

    const { entries } = await fileOf(exportSource({ radar: titles.map((title) => radarItem({ title })) }));

    expect(entries.map(({ title }) => title)).toEqual(titles);
  });

  it("satisfies the plugin's schema, read as YAML as its backend does, whatever people type", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRadarItem, { maxLength: 4 }),
        fc.array(anyDecisionRecord, { maxLength: 4 }),
        async (radar, records) => {
          const decisions = records.map((record, index) => ({ ...record, id: radar[index]?.id ?? record.id }));
          const { quadrants, rings, entries } = await fileOf(exportSource({ radar, decisions }));
          expect(entries).toHaveLength(radar.length);
          entries.forEach((entry, index) => {
            expect(quadrants.map(({ id }) => id)).toContain(entry.quadrant);
            expect(entry.timeline[0]?.ringId).toBe(radar[index]?.ring);
            for (const { ringId } of entry.timeline) expect(rings.map(({ id }) => id)).toContain(ringId);
            const dates = entry.timeline.map(({ date }) => date.getTime());
            expect(dates).toEqual([...new Set(dates)].sort((a, b) => b - a));
          });
        },
      ),
    );
  });
});

/** The file as the plugin's backend takes it: `load` of js-yaml (here through gray-matter), then its published schema. */
async function fileOf(source: ExportSource) {
  const text = await writtenText(writer(), source);
  const yaml: unknown = matter(`---\n${text}---\n`).data;
  expect(yaml).toEqual(JSON.parse(text));
  return TechRadarLoaderResponseParser.parse(yaml);
}

function writer() {
  const result = backstageFormat.writer(new URLSearchParams());
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
