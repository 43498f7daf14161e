import { afterEach, describe, expect, it, vi } from "vitest";

import { testDb } from "@/lib/testing/database";

import { createImport } from "../create-import";
import { discardImport } from "../review-commands";
import { createLead, reviewOf } from "../testing";

import { readProgress, retryReading } from "./commands";
import { readApart } from "./reader";
import type { ReaderLine } from "./reader-lines";
import { runReading } from "./run-reading";

// What is started in the background is run by the tests themselves.
vi.mock("./runner", () => ({ startReading: vi.fn() }));

afterEach(() => vi.restoreAllMocks());

const ITEMS = 650;

describe("a long text", () => {
  it("is read in a process of its own and then reviewed like any other", async () => {
    const { viewer, importId, conference } = await longImport();
    expect(await readProgress(viewer, importId)).toEqual({ state: "reading", stored: 0, total: null, problem: null });

    expect(await runReading(importId)).toBe(true);

    expect(await readProgress(viewer, importId)).toMatchObject({ state: "reviewing", stored: ITEMS, total: ITEMS });
    const review = await reviewOf(viewer, importId);
    expect(review).toMatchObject({ title: "list.csv", format: "csv", counts: { found: ITEMS, left: ITEMS } });
    expect(review.candidates[0]?.title).toBe("Amazon EBS gets quieter by 0");
    const again = await createImport(viewer, { conferenceSlug: conference.slug, file: longFile() });
    expect(again).toMatchObject({ ok: true, value: { importId, found: ITEMS } });
  });

  it("is stored once when several processes want to read it", async () => {
    const { importId } = await longImport();

    const ran = await Promise.all([1, 2, 3].map(() => runReading(importId)));

    expect(ran.toSorted()).toEqual([false, false, true]);
    expect(await testDb().candidate.count({ where: { importId } })).toBe(ITEMS);
  });

  it("is gone on with where a process that died had stopped", async () => {
    const { viewer, importId } = await longImport();
    await runReading(importId, stoppingAfter(3));
    const half = await testDb().candidate.findMany({ where: { importId }, orderBy: { position: "asc" } });
    expect(half.length).toBeGreaterThan(0);
    expect(half.length).toBeLessThan(ITEMS);
    expect(await readProgress(viewer, importId)).toMatchObject({ state: "reading", stored: half.length, total: ITEMS });
    // As if its process had died: nobody said that it ended.
    await testDb().import.update({
      where: { id: importId },
      data: { readingProblem: null, readingAt: new Date(Date.now() - 60_000) },
    });

    expect(await runReading(importId)).toBe(true);

    const all = await testDb().candidate.findMany({ where: { importId }, orderBy: { position: "asc" } });
    expect(all.slice(0, half.length)).toEqual(half);
    expect(all.map(({ position }) => position)).toEqual(Array.from({ length: ITEMS }, (_, index) => index + 1));
  });

  it("says that reading failed, and is read when somebody has it tried again", async () => {
    const { viewer, importId } = await longImport();
    vi.spyOn(console, "error").mockImplementation(() => undefined);

    await runReading(importId, stoppingAfter(2));

    expect(await readProgress(viewer, importId)).toMatchObject({ state: "reading", problem: /try again/ });
    expect(await runReading(importId)).toBe(false);
    expect(await retryReading(viewer, importId)).toMatchObject({ ok: true });
    expect(await runReading(importId)).toBe(true);
    expect((await reviewOf(viewer, importId)).counts.found).toBe(ITEMS);
  });

  it("is given up after the third process that died over it", async () => {
    const { viewer, importId } = await longImport();
    const readingAt = new Date(Date.now() - 60_000);
    await testDb().import.update({ where: { id: importId }, data: { readingTries: 3, readingAt } });

    expect(await runReading(importId)).toBe(false);

    expect(await readProgress(viewer, importId)).toMatchObject({ problem: /Split the file/ });
  });

  it("is not read on once it is discarded", async () => {
    const { viewer, importId } = await longImport();
    async function* discarding(text: string): AsyncGenerator<ReaderLine> {
      for await (const line of readApart(text)) {
        if (line.kind === "batch" && line.from > 0) await discardImport(viewer, importId);
        yield line;
      }
    }

    expect(await runReading(importId, discarding)).toBe(false);

    expect(await readProgress(viewer, importId)).toMatchObject({ state: "discarded" });
    expect(await testDb().candidate.count({ where: { importId } })).toBeLessThan(ITEMS);
  });
});

function longFile() {
  const padding = "It says so at length. ".repeat(22);
  const rows = Array.from(
    { length: ITEMS },
    (_, index) => `Amazon EBS gets quieter by ${index},https://example.com/news/${index},${padding}`,
  );
  return { name: "list.csv", bytes: new TextEncoder().encode(["title,url,description", ...rows].join("\n")) };
}

async function longImport() {
  const lead = await createLead();
  const result = await createImport(lead.viewer, { conferenceSlug: lead.conference.slug, file: longFile() });
  if (!result.ok) throw new Error(result.problem.message);
  return { ...lead, importId: result.value.importId };
}

function stoppingAfter(lines: number) {
  return async function* (text: string): AsyncGenerator<ReaderLine> {
    let seen = 0;
    for await (const line of readApart(text)) {
      seen += 1;
      if (seen > lines) throw new Error("The reader stopped.");
      yield line;
    }
  };
}
