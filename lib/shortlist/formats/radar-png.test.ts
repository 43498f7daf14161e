import { inflateSync } from "node:zlib";

import { describe, expect, it } from "vitest";

import { exportSource, written } from "@/lib/testing/export-source";
import { radarItem } from "@/lib/testing/shortlist-rows";

import { radarPngFormat } from "./radar-png";

async function pngOf(query: string, given: Parameters<typeof exportSource>[0] = {}): Promise<Buffer> {
  const writer = radarPngFormat.writer(new URLSearchParams(query));
  if (!writer.ok) throw new Error(writer.problem.message);
  return written(writer.value, exportSource(given));
}

/** Size and bytes of the rows, read after the PNG specification's sections 5 and 11: signature, chunks, IHDR, IDAT. */
function decoded(png: Buffer): { width: number; height: number; rows: Buffer } {
  expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), rows: inflateSync(Buffer.concat(data)) };
}

/** How many different bytes there are: a blank picture has next to none. */
function variety({ rows }: { rows: Buffer }): number {
  return new Set(rows).size;
}

describe("radar.png", () => {
  it("is 1600 pixels wide, or as wide as asked, and not blank", async () => {
    const given = { radar: [radarItem()] };

    const usual = decoded(await pngOf("", given));
    expect(usual.width).toBe(1600);
    expect(usual.height).toBeGreaterThan(800);
    expect(variety(usual)).toBeGreaterThan(100);
    expect(decoded(await pngOf("width=400", given)).width).toBe(400);
  });

  it("draws letters: another title gives another picture", async () => {
    const one = await pngOf("width=800", { radar: [radarItem({ title: "One" })] });

    expect(await pngOf("width=800", { radar: [radarItem({ title: "Two" })] })).not.toEqual(one);
    expect(await pngOf("width=800", { radar: [radarItem({ title: "One" })] })).toEqual(one);
  });

  it("shows a square for what Inter cannot draw, and breaks on nothing that people type", async () => {
    const titles = [
      "🚀 发布",
      "שלום \u202eworld",
      "<script>alert(1)</script>",
      "a\u0000b\ud800",
      "x".repeat(5_000),
      "",
    ];
    const radar = titles.map((title, index) => radarItem({ id: `${index}`, title }));

    expect(variety(decoded(await pngOf("width=800", { radar })))).toBeGreaterThan(100);
    const square = await pngOf("width=800", { radar: [radarItem({ title: "□ x" })] });
    expect(await pngOf("width=800", { radar: [radarItem({ title: "🚀发布 x" })] })).toEqual(square);
  });

  it("stays under 24 million pixels however long the list", async () => {
    const radar = Array.from({ length: 1_000 }, (_, index) => radarItem({ id: `${index}`, title: `Item ${index}` }));

    const { width, height } = decoded(await pngOf("width=4000", { radar }));

    expect(width * height).toBeLessThanOrEqual(24_000_000 + 4_000);
    expect(width).toBeGreaterThan(1_280);
  });

  it.each(["399", "4001", "wide", "500.5", ""])("refuses the width %s and says what it takes", (width) => {
    expect(radarPngFormat.writer(new URLSearchParams({ width }))).toMatchObject({
      problem: { kind: "invalid", fields: { width: expect.stringMatching(/400|4000|whole/) } },
    });
  });
});
