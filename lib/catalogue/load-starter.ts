import "server-only";

import { hash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import { z } from "zod";

import type { Db } from "@/lib/db/client";

import { starterFileSchema, type StarterFile } from "./starter-schema";
import { storeStarterFile, type Stored } from "./store-starter-file";

// A second process that starts at the same moment waits for the first one's transaction.
const PATIENCE = { maxWait: 10_000, timeout: 60_000 };

/**
 * Brings the catalogue up to the starter files in `dir` and says how many announcements were created, updated and left
 * alone. It only adds and corrects: what a person edited, and marks, comments, decisions and whatever imports have
 * added, stay as they are, and nothing is removed. A file that has not changed since it was loaded is skipped, each
 * file is stored whole or not at all, and any number of processes may load at once. Throws on a malformed file.
 */
export async function loadStarterCatalogue(db: Db, dir: string): Promise<Stored> {
  const total = { created: 0, updated: 0, unchanged: 0 };
  const names = (await readdir(dir)).filter((name) => name.endsWith(".json")).sort();
  for (const name of names) {
    const { created, updated, unchanged } = await loadFile(db, path.join(dir, name));
    total.created += created;
    total.updated += updated;
    total.unchanged += unchanged;
  }
  return total;
}

async function loadFile(db: Db, location: string): Promise<Stored> {
  const text = await readFile(location, "utf8");
  const file = parse(location, text);
  const { name, base } = path.parse(location);
  return db.$transaction(async (tx) => {
    // Whoever writes the new hash loads the file. The row stays locked until then, so others come after and skip it.
    const isNews = await tx.$executeRaw`
      INSERT INTO starter_file (name, hash) VALUES (${base}, ${hash("sha256", text)})
      ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, loaded_at = now()
      WHERE starter_file.hash <> excluded.hash`;
    return isNews ? storeStarterFile(tx, name, file) : { created: 0, updated: 0, unchanged: file.announcements.length };
  }, PATIENCE);
}

function parse(location: string, text: string): StarterFile {
  const parsed = starterFileSchema.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`${location} is no starter catalogue.\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
