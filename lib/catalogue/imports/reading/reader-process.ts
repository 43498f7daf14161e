import { text as readAll } from "node:stream/consumers";

import { readRecap } from "@/lib/recap/read";

import { sharedLinks } from "../own-links";

import type { ReaderLine } from "./reader-lines";

/** Candidates a line: few enough that neither side holds many at a time. */
const BATCH = 200;

/*
 * A process of its own, so that a long text keeps nobody waiting and cannot take the app down: the text on stdin, lines of
 * JSON on stdout. Started by reader.ts.
 */
async function main(): Promise<void> {
  const { format, source, announcements } = readRecap(await readAll(process.stdin));
  const shared = [...sharedLinks(announcements.map(({ links }) => links))];
  await write({ kind: "head", format, source, total: announcements.length, shared });
  for (let from = 0; from < announcements.length; from += BATCH) {
    await write({ kind: "batch", from, candidates: announcements.slice(from, from + BATCH) });
  }
}

/** Waits for whoever reads, so that lines do not pile up. */
function write(line: ReaderLine): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${JSON.stringify(line)}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

void main();
