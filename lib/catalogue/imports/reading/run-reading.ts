import "server-only";

import { randomUUID } from "node:crypto";

import { db } from "@/lib/db/client";

import { readNames } from "../known";
import { readBackground, type Background } from "../settle";
import { storableCandidate } from "../storable";
import { factsOf, noteSource, storeCandidates } from "../store-import";

import { lease, release, renew, type Leased } from "./lease";
import { readApart } from "./reader";
import type { ReaderLine } from "./reader-lines";

const HEARTBEAT = 5_000;
const PATIENCE = { maxWait: 10_000, timeout: 60_000 };

const FAILED = "Reading it ended with an error of Debrief's. Nothing is lost: try again, or split the file.";

/**
 * Reads an import whose text waits to be read, and stores what is found as it comes; where an earlier run stopped, goes
 * on from there. Gives false when another run has it, or nothing waits. A failure is noted on the import.
 */
export async function runReading(importId: string, read = readApart): Promise<boolean> {
  const leased = await lease(importId, randomUUID());
  if (!leased) return false;
  const heartbeat = setInterval(() => void renew(db(), leased).catch(() => undefined), HEARTBEAT);
  heartbeat.unref();
  try {
    await storeAll(leased, read(leased.text));
    await release(leased, null);
  } catch (error) {
    if (error instanceof LostLease) return false;
    console.error(`The import ${importId} could not be read:`, error);
    await release(leased, FAILED);
  } finally {
    clearInterval(heartbeat);
  }
  return true;
}

class LostLease extends Error {}

async function storeAll(leased: Leased, lines: AsyncIterable<ReaderLine>): Promise<void> {
  let background: Background | null = null;
  for await (const line of lines) {
    if (line.kind === "head") background = await storeHead(leased, line);
    else if (background) await storeBatch(leased, background, line);
  }
  if (!background) throw new Error("The reader said nothing.");
}

async function storeHead(leased: Leased, head: ReaderLine & { kind: "head" }): Promise<Background> {
  const { importId, teamId, conferenceId, fileName, text } = leased;
  return db().$transaction(async (tx) => {
    if (!(await renew(tx, leased))) throw new LostLease();
    const facts = factsOf({ text, fileName, reading: head });
    await tx.import.update({ where: { id: importId }, data: { ...facts, readTotal: head.total } });
    const background = await readBackground(tx, { ...facts, conferenceId, teamId, importId }, new Set(head.shared));
    await noteSource(tx, importId, background);
    return { ...background, names: await readNames(tx, conferenceId, "all") };
  }, PATIENCE);
}

/** Candidates and how far it is are stored together, so that none is stored twice or left out. */
async function storeBatch(
  leased: Leased,
  background: Background,
  { from, candidates }: ReaderLine & { kind: "batch" },
): Promise<void> {
  const [end, known] = [from + candidates.length, Math.max(0, leased.readCount - from)];
  if (known >= candidates.length) return;
  await db().$transaction(async (tx) => {
    if (!(await renew(tx, leased, end))) throw new LostLease();
    const rest = candidates.slice(known).map(storableCandidate);
    await storeCandidates(tx, { importId: leased.importId, background, from: from + known }, rest);
  }, PATIENCE);
}
