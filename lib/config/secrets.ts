import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import "server-only";

/**
 * A random secret of 256 bits, made on first use and kept in the data folder, readable by its owner alone (0600).
 * Processes that ask at once get the same one.
 */
export function keptSecret({ dataDir, name }: { dataDir: string; name: string }): string {
  const folder = path.join(dataDir, "secrets");
  const file = path.join(folder, name);
  const kept = readIfThere(file);
  if (kept) {
    return kept;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600 });
  try {
    // Linking appears complete or not at all, and never replaces the secret another process has just made.
    linkSync(draft, file);
  } catch (error) {
    if (!isThere(error)) {
      throw error;
    }
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, "utf8");
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return null;
    }
    throw error;
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}
