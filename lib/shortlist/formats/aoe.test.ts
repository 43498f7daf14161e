import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import matter from "gray-matter";
import { describe, expect, it } from "vitest";

import { decision } from "@/lib/testing/decisions";
import { exportSource, written } from "@/lib/testing/export-source";
import { anyDecisionRecord, anyRadarItem, decisionRecord, radarItem } from "@/lib/testing/shortlist-rows";

import type { ExportSource } from "../export/types";

import { aoeFormat } from "./aoe";

/*
 * What the builder knows, from aoe_technology_radar 4.4.0: the ids of data/config.default.json; scripts/buildData.ts reads
 * each file with gray-matter and takes the file's name for the item and its folder for the release.
 */
const RING_IDS = ["adopt", "trial", "assess", "hold"];
const QUADRANT_IDS = ["languages-and-frameworks", "methods-and-patterns", "platforms-and-operations", "tools"];

describe("aoe.zip", () => {
  it("holds only its own explanation when nothing is on the radar", async () => {
    const files = await filesOf(exportSource());

    expect([...files.keys()]).toEqual(["DEBRIEF.md"]);
    expect(files.get("DEBRIEF.md")).toContain(
      "Radar of Platform for Example Conf 2030, as of Sun 1 Dec 2030, 11:20 UTC.",
    );
    expect(files.get("DEBRIEF.md")).toContain("investigate is Assess");
  });

  it("puts an item into the folder of the day of the export, with front matter and what was decided", async () => {
    const files = await filesOf(exportSource({ radar: [radarItem({ ring: "investigate", quadrant: 2 })] }));

    const { data, content } = matter(files.get("radar/2030-12-01/faster-widgets.md") ?? "");
    expect(data).toEqual({
      title: "Faster widgets",
      ring: "assess",
      quadrant: "tools",
      tags: ["Widget Store", "Widget Press"],
    });
    expect(content).toContain("Cheaper by half.");
    expect(content).toContain("[What the vendor says](<https://vendor.example/widgets>)");
  });

  it("puts the rings of earlier decisions into folders of their days, so that the builder sees what changed", async () => {
    const [first, second] = [
      decision({ choice: "ignore", at: "2030-11-10T09:00:00.000Z", reason: "Too early." }),
      decision({ choice: "adopt", at: "2030-11-20T09:00:00.000Z" }),
    ];
    const source = exportSource({
      radar: [radarItem({ decision: second })],
      decisions: [
        decisionRecord({ decision: second, history: [first, second].map((each) => ({ ...each, kind: "settled" })) }),
      ],
    });

    const files = await filesOf(source);

    expect([...files.keys()].sort()).toEqual([
      ...["DEBRIEF.md", "radar/2030-11-10/faster-widgets.md", "radar/2030-12-01/faster-widgets.md"],
    ]);
    expect(matter(files.get("radar/2030-11-10/faster-widgets.md") ?? "").data).toMatchObject({ ring: "hold" });
  });

  it("gives no file a name that the builder or Windows trips over", async () => {
    const files = await filesOf(
      exportSource({ radar: ["constructor", "con", "lpt1"].map((slug) => radarItem({ slug })) }),
    );

    expect([...files.keys()].slice(1)).toEqual([
      ...["radar/2030-12-01/constructor-2.md", "radar/2030-12-01/con-2.md", "radar/2030-12-01/lpt1-2.md"],
    ]);
  });

  it.each([
    "yes",
    "2021-01-01",
    "12",
    "null",
    "---",
    "# heading",
    'a: "b"',
    "- item",
    "=HYPERLINK(1)",
    "x".repeat(5_000),
  ])("keeps the title %.20j as text", async (title) => {
    const files = await filesOf(exportSource({ radar: [radarItem({ title })] }));

    expect(matter(files.get("radar/2030-12-01/faster-widgets.md") ?? "").data.title).toBe(title);
  });

  it("is read by the builder's reader with ids that it knows, whatever people type", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyRadarItem, { maxLength: 4, selector: ({ id }) => id }),
        fc.array(anyDecisionRecord, { maxLength: 4 }),
        async (radar, records) => {
          const decisions = records.map((record, index) => ({ ...record, id: radar[index]?.id ?? record.id }));
          const files = await filesOf(exportSource({ radar, decisions }), "investigate=trial");
          const pages = [...files].filter(([name]) => name.startsWith("radar/"));
          expect(pages.filter(([name]) => name.startsWith("radar/2030-12-01/"))).toHaveLength(radar.length);
          for (const [name, text] of pages) {
            expect(name).toMatch(/^radar\/\d{4}-\d{2}-\d{2}\/[a-z0-9-]+\.md$/);
            const { data, content } = matter(text);
            expect(RING_IDS).toContain(data.ring);
            expect(QUADRANT_IDS).toContain(data.quadrant);
            expect([data.title, ...data.tags].map((each: unknown) => typeof each)).not.toContain("object");
            expect(content).not.toMatch(/^(---|#|=|<)/m);
          }
        },
      ),
    );
  });
});

async function filesOf(source: ExportSource, query = ""): Promise<Map<string, string>> {
  const writer = aoeFormat.writer(new URLSearchParams(query));
  if (!writer.ok) throw new Error(writer.problem.message);
  const files = unzipSync(await written(writer.value, source));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}
