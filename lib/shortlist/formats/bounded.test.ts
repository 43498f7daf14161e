import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import { describe, expect, it } from "vitest";

import { exportSource } from "@/lib/testing/export-source";
import { shortlistRow } from "@/lib/testing/shortlist-rows";

import type { ExportWriter } from "../export/types";
import type { ShortlistRow } from "../types";

import { shortlistCsv } from "./csv";
import { shortlistMarkdown } from "./markdown";
import { shortlistXlsx } from "./xlsx";

setFlagsFromString("--expose-gc");
const collectGarbage: unknown = runInNewContext("gc");

const ROWS = 12_000;
const MEGABYTE = 1_048_576;

describe("the writers of long lists", () => {
  it.each<[string, ExportWriter]>([
    ["CSV", shortlistCsv],
    ["Markdown", shortlistMarkdown],
    ["XLSX", shortlistXlsx],
  ])("hold no more of a long list as %s than of a short one", async (_, writer) => {
    const held: number[] = [];
    const source = { ...exportSource(), shortlist: () => long(() => held.push(heap())) };

    let read = 0;
    for await (const piece of writer(source)) read += piece.length;

    // What was read is some hundred megabytes as text, and a fiftieth of that as a workbook, since the notes are alike.
    expect(read).toBeGreaterThan(MEGABYTE / 2);
    expect(held).toHaveLength(12);
    // Some twenty megabytes of buffers may wait for the collector at any time; the rows held would be eighty and more.
    const [first = 0] = held;
    expect(Math.min(...held.slice(-3)) - first).toBeLessThan(40 * MEGABYTE);
  });
});

/** Rows that are made when they are asked for; `look` is called after every thousand. */
async function* long(look: () => void): AsyncGenerator<ShortlistRow> {
  for (let index = 0; index < ROWS; index += 1) {
    if (index % 1_000 === 500) look();
    const notes = Array.from({ length: 20 }, (_, at) => ({
      ...{ name: `Person ${at}`, choice: "adopt" as const },
      note: `${index}.${at} ${"would be worth trying in the quiet weeks. ".repeat(9)}`,
    }));
    const slug = `widget-${index}`;
    yield shortlistRow({
      slug,
      notes,
      address: `https://debrief.example/${slug}`,
      link: `https://vendor.example/${slug}`,
    });
  }
}

function heap(): number {
  if (typeof collectGarbage === "function") collectGarbage();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
}
