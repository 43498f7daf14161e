import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { z } from "zod";

import { OperatorError } from "@/lib/errors/operator-error";

import { processIdentity } from "./process-identity";

const holderSchema = z.object({
  pid: z.number().int().positive(),
  identity: z.string(),
  command: z.string(),
  isEnding: z.boolean(),
});

/** Who has the data folder: a process, told from later ones with its number by `identity`, and what it was asked to do. */
export type Holder = z.infer<typeof holderSchema>;

export type DataLock = {
  release: () => void;
  /** Tells others that it is worth waiting. */
  sayEnding: () => void;
  /** The lock was a dead process's, whose children may need a moment to notice. */
  wasLeftBehind: boolean;
};

/**
 * Takes the data folder for this process, making the folder when there is none. A lock whose process is gone is
 * taken over. Answers with the holder when another process has it; throws OperatorError when it cannot be written.
 */
export function takeDataLock({ dataDir, command }: { dataDir: string; command: string }): DataLock | Holder {
  const file = path.join(dataDir, "lock");
  const draft = `${file}.${process.pid}`;
  const me = { pid: process.pid, identity: processIdentity(process.pid) ?? "", command, isEnding: false };
  let wasLeftBehind = false;
  writable(dataDir, () => {
    makeFolder(dataDir);
    writeFileSync(draft, JSON.stringify(me));
  });
  try {
    for (;;) {
      if (linked(draft, file)) {
        return {
          release: () => releaseIfMine(file),
          sayEnding: () => replaceIfMine({ file, draft, holder: { ...me, isEnding: true } }),
          wasLeftBehind,
        };
      }
      const text = readIfThere(file);
      const holder = text === null ? null : aliveHolder(text);
      if (holder) {
        return holder;
      }
      if (text !== null) {
        wasLeftBehind = true;
        removeStale(file, text);
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The process that has the data folder now, or null. */
export function dataLockHolder(dataDir: string): Holder | null {
  const text = readIfThere(path.join(dataDir, "lock"));
  return text === null ? null : aliveHolder(text);
}

/** True for what `takeDataLock` gives when the folder was free. */
export function isLock(answer: DataLock | Holder): answer is DataLock {
  return "release" in answer;
}

function aliveHolder(text: string): Holder | null {
  const parsed = holderSchema.safeParse(parseJson(text));
  if (!parsed.success || processIdentity(parsed.data.pid) !== parsed.data.identity) {
    return null;
  }
  return parsed.data;
}

/** Moves the stale lock away first: of two processes that find it, one moves it, and neither removes a fresh one. */
function removeStale(file: string, stale: string): void {
  const moved = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, moved);
  } catch (error) {
    if (hasCode(error, "ENOENT")) {
      return;
    }
    throw error;
  }
  if (readFileSync(moved, "utf8") !== stale) {
    linked(moved, file);
  }
  rmSync(moved, { force: true });
}

function releaseIfMine(file: string): void {
  if (isMine(file)) {
    rmSync(file, { force: true });
  }
}

function replaceIfMine({ file, draft, holder }: { file: string; draft: string; holder: Holder }): void {
  if (isMine(file)) {
    writeFileSync(draft, JSON.stringify(holder));
    renameSync(draft, file);
  }
}

function isMine(file: string): boolean {
  const text = readIfThere(file);
  return text !== null && aliveHolder(text)?.pid === process.pid;
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) {
      return false;
    }
    throw error;
  }
}

/** As mkdir's own `recursive`, which never comes back where a folder cannot be made at all, such as under /proc. */
function makeFolder(folder: string): void {
  if (!existsSync(folder)) {
    makeFolder(path.dirname(folder));
    mkdirSync(folder);
  }
}

function writable(dataDir: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    if (["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "ENOENT"].some((code) => hasCode(error, code))) {
      throw new OperatorError(
        `The data folder ${dataDir} cannot be written by this user: make it writable, or set DEBRIEF_DATA_DIR to a folder that is.`,
      );
    }
    if (hasCode(error, "ENOSPC")) {
      throw new OperatorError(`The disk of the data folder ${dataDir} is full: free some space and start again.`);
    }
    throw error;
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) {
      return null;
    }
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
