import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";

import { exportSource, writtenText } from "@/lib/testing/export-source";
import { anyRadarItem, radarItem } from "@/lib/testing/shortlist-rows";

import type { RadarItem } from "../export/types";

import { zalandoFormat } from "./zalando";

/** The fields of zalando/tech-radar: `README.md` (entries) and `docs/config.json` (date, entries, active, link). */
const zero23 = z.literal([0, 1, 2, 3]);
const fileSchema = z.strictObject({
  date: z.string().regex(/^\d{4}\.\d{2}$/),
  about: z.string(),
  entries: z.array(
    z.strictObject({
      quadrant: zero23,
      ring: zero23,
      label: z.string().min(1),
      link: z.url({ protocol: /^https?$/ }).optional(),
      active: z.literal(true),
      moved: z.literal([-1, 0, 1, 2]),
    }),
  ),
});

describe("zalando.json", () => {
  it("has the month and no entries when nothing is on the radar", async () => {
    expect(await fileOf([])).toEqual({
      date: "2030.12",
      about: "Radar of Platform for Example Conf 2030, as of Sun 1 Dec 2030, 11:20 UTC. No filter set.",
      entries: [],
    });
  });

  it("keeps every quadrant where ours draws it, counted clockwise from the bottom right", async () => {
    const items = ([0, 1, 2, 3] as const).map((quadrant) => radarItem({ quadrant }));

    expect((await fileOf(items)).entries.map(({ quadrant }) => quadrant)).toEqual([2, 3, 1, 0]);
  });

  it("counts rings from the inside, investigate where the address asks for it", async () => {
    const items = (["adopt", "investigate", "ignore"] as const).map((ring) => radarItem({ ring }));

    expect((await fileOf(items)).entries.map(({ ring }) => ring)).toEqual([0, 2, 3]);
    expect((await fileOf(items, "investigate=trial")).entries.map(({ ring }) => ring)).toEqual([0, 1, 3]);
  });

  it("links to the vendor, else to the team's page, never to a script", async () => {
    const items = ["https://vendor.example/widgets", null, "javascript:alert(1)"].map((link) => radarItem({ link }));

    expect((await fileOf(items)).entries.map(({ link }) => link)).toEqual([
      ...["https://vendor.example/widgets", radarItem().address, radarItem().address],
    ]);
  });

  it("keeps awkward titles in one line", async () => {
    const titles = ['a | b # "c"', "two\nlines", "=HYPERLINK(1)", "שלום", "🚀", "x".repeat(5_000), "<b>bold</b>"];

    const labels = (await fileOf(titles.map((title) => radarItem({ title })))).entries.map(({ label }) => label);

    expect(labels).toEqual(titles.map((title) => title.replace("\n", " ")));
  });

  it("is of that form whatever people type", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRadarItem, { maxLength: 5 }), async (items) => {
        const { entries } = await fileOf(items);
        expect(entries.map(({ moved }) => moved)).toEqual(items.map(({ moved }) => moved));
      }),
    );
  });
});

async function fileOf(radar: readonly RadarItem[], query = "") {
  const writer = zalandoFormat.writer(new URLSearchParams(query));
  if (!writer.ok) throw new Error(writer.problem.message);
  return fileSchema.parse(JSON.parse(await writtenText(writer.value, exportSource({ radar }))));
}
