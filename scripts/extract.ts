import { readFile, stat } from "node:fs/promises";

import { decodeSource, MAX_SOURCE_BYTES } from "@/lib/recap/decode";
import { listProblem } from "@/lib/recap/listing/problem";
import { readRecap } from "@/lib/recap/read";
import type { Candidate } from "@/lib/recap/types";

/** Prints what the recap reader finds in a file as one JSON object: `npm run --silent extract -- FILE`. */
async function main(path: string | undefined): Promise<void> {
  if (!path) return fail("Name the file to read: npm run --silent extract -- FILE");
  const bytes = await readSource(path);
  if (typeof bytes === "string") return fail(bytes);
  const decoded = decodeSource(bytes);
  if (!decoded.ok) return fail(`${path}: ${decoded.problem.message}`);
  const problem = listProblem(decoded.value);
  if (problem) return fail(`${path}: ${problem}`);
  const { conference, source, announcements } = readRecap(decoded.value);
  process.stdout.write(
    `${JSON.stringify({ conference, source, announcements: announcements.map(withoutPlace) }, null, 2)}\n`,
  );
}

/** The bytes of a file, or the sentence that says why there are none. A file over the limit is not read whole. */
async function readSource(path: string): Promise<Uint8Array | string> {
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) return `${path} is a folder. Name a file in it.`;
    return facts.size > MAX_SOURCE_BYTES ? new Uint8Array(MAX_SOURCE_BYTES + 1) : await readFile(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT") return `There is no file ${path}. Check the path.`;
    return `${path} cannot be read (${String(code ?? error)}). Check its permissions.`;
  }
}

function withoutPlace({
  title,
  services,
  category,
  availability,
  links,
  figures,
  take,
  excerpt,
  section,
  confidence,
}: Candidate) {
  return { title, services, category, availability, links, figures, take, excerpt, section, confidence };
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}

void main(process.argv[2]);
