import "server-only";

import { setTimeout as pause } from "node:timers/promises";

import { OperatorError } from "@/lib/errors/operator-error";

import { dataLockHolder, isLock, takeDataLock } from "./data-lock";
import { embeddedUrl, startEmbedded } from "./embedded";

import type { DataLock, Holder } from "./data-lock";

/** A database to work with; `release` stops what was started for it. */
export type Provided = { url: string; release: () => Promise<void> };

const PATIENCE = 30_000;
const LOOK_AGAIN = 100;

/**
 * The PostgreSQL in the data folder, for a command that runs beside the app: the app's own server when it is running,
 * else one that is started now and stopped by `release`. Throws OperatorError.
 */
export async function provideServer({ dataDir, command }: { dataDir: string; command: string }): Promise<Provided> {
  for (let waited = 0; waited < PATIENCE; waited += LOOK_AGAIN) {
    const answer = takeDataLock({ dataDir, command });
    if (isLock(answer)) {
      return startHolding(dataDir, answer);
    }
    const url = embeddedUrl(dataDir);
    if (url) {
      return { url, release: () => Promise.resolve() };
    }
    await pause(LOOK_AGAIN);
  }
  throw new OperatorError(heldSentence(dataDir, dataLockHolder(dataDir)));
}

/** What to tell somebody whose data folder another process has. */
export function heldSentence(dataDir: string, holder: Holder | null): string {
  const who = holder ? `${holder.command} (process ${holder.pid})` : "another process";
  return `The data folder ${dataDir} is in use by ${who}: stop that one first, or set DEBRIEF_DATA_DIR to another folder.`;
}

async function startHolding(dataDir: string, lock: DataLock): Promise<Provided> {
  try {
    const server = await startEmbedded(dataDir);
    return {
      url: server.url,
      release: async () => {
        await server.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
