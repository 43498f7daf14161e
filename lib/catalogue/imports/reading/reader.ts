import "server-only";

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

import type { ReaderLine } from "./reader-lines";

/** Megabytes: several times what the longest text takes. */
const MOST_MEMORY = 1_024;

const READER = "lib/catalogue/imports/reading/reader-process.ts";

/**
 * Reads a text in a process of its own and gives what it finds line by line; the process waits while a line is worked on.
 * Throws when it ends before it is done. Whoever stops early ends it.
 */
export async function* readApart(text: string): AsyncGenerator<ReaderLine> {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${MOST_MEMORY}`, "--conditions=react-server", "--import", "tsx", READER],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const ended = once(child, "close");
  // Not to be told of by the process, but by its exit.
  child.stdin.on("error", () => undefined);
  child.stdin.end(text);
  try {
    for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) {
      yield parseLine(line);
    }
    const [code] = await ended;
    if (code !== 0) throw new Error(`The reader ended with ${String(code)}.`);
  } finally {
    child.kill("SIGKILL");
  }
}

/** Our own process wrote it: it is what its type says. */
function parseLine(line: string): ReaderLine {
  return JSON.parse(line);
}
