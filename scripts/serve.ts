import { setTimeout as pause } from "node:timers/promises";

import { loadStarterCatalogue } from "@/lib/catalogue/load-starter";
import { config, setDatabase } from "@/lib/config/env";
import { loadEnvFile } from "@/lib/config/env-file";
import { db, disconnectDb } from "@/lib/db/client";
import { checkDatabase } from "@/lib/db/connection";
import { migrate } from "@/lib/db/migrate";
import { isLock, takeDataLock } from "@/lib/db/server/data-lock";
import { startEmbedded } from "@/lib/db/server/embedded";
import { isPortFree } from "@/lib/db/server/port";
import { heldSentence } from "@/lib/db/server/provide";
import { OperatorError } from "@/lib/errors/operator-error";
import { setupLink } from "@/lib/identity/setup";

import { Closing } from "./serve/closing";
import { startNext } from "./serve/next-app";
import { ensureBuilt } from "./setup/build.mjs";
import { SetupError } from "./setup/process.mjs";

import type { Config } from "@/lib/config/env";
import type { DataLock } from "@/lib/db/server/data-lock";

const STARTER_FOLDER = "prisma/catalogue";
const PATIENCE = 20_000;
/** How long the app of a start that was killed may take to notice. */
const LEFTOVER_PATIENCE = 6_000;
const LOOK_AGAIN = 100;

const closing = new Closing();

void serve({ dev: process.argv.includes("--dev") }).catch(fail);

/** From nothing to a running app. What is opened is closed in the reverse order: the app, its database, the lock. */
async function serve({ dev }: { dev: boolean }): Promise<void> {
  loadEnvFile();
  const settings = config();
  const lock = await holdDataFolder(settings.dataDir, dev ? "npm run dev" : "npm start");
  await waitForPort(settings, lock.wasLeftBehind ? LEFTOVER_PATIENCE : 0);
  const built = dev ? Promise.resolve() : ensureBuilt({ signal: closing.signal });
  const [{ url, setUp }] = await Promise.all([openDatabase(settings), built]);
  closing.signal.throwIfAborted();

  const app = startNext({ ...settings, dev, env: environmentOf(settings, url) });
  closing.add(async (force) => (await app.catch(() => null))?.stop(force));
  const { ended } = await app;
  closing.signal.throwIfAborted();
  console.log(`\nDebrief is running at ${settings.url}`);
  if (setUp) {
    console.log(`Make the first admin account with this link, which works once: ${setUp}`);
  }
  console.log("Stop it with Ctrl-C.");

  await ended;
  closing.signal.throwIfAborted();
  throw new OperatorError("The app ended by itself: look at what it said above, then start again.");
}

/** Ours alone until we end: a second start on the same folder gets one sentence. */
async function holdDataFolder(dataDir: string, command: string): Promise<DataLock> {
  for (let waited = 0; ; waited += LOOK_AGAIN) {
    const answer = takeDataLock({ dataDir, command });
    if (isLock(answer)) {
      closing.add(() => answer.release());
      closing.signal.addEventListener("abort", () => answer.sayEnding());
      return answer;
    }
    if (!answer.isEnding || waited >= PATIENCE) {
      throw new OperatorError(heldSentence(dataDir, answer));
    }
    await pause(LOOK_AGAIN);
  }
}

async function waitForPort({ port, host }: Config, patience: number): Promise<void> {
  for (let waited = 0; !(await isPortFree(port, host)); waited += LOOK_AGAIN) {
    if (waited >= patience) {
      throw new OperatorError(
        `Port ${port} is in use by another program: stop that one, or choose another port with PORT=${port + 1} npm start.`,
      );
    }
    await pause(LOOK_AGAIN);
  }
}

/** A migrated database with the starter catalogue in it, and the set-up link while there is no admin. */
async function openDatabase({ databaseUrl, dataDir }: Config): Promise<{ url: string; setUp: string | null }> {
  const url = databaseUrl ?? (await startOurs(dataDir));
  await checkDatabase(url);
  await migrate(url);
  setDatabase(url);
  await loadStarterCatalogue(db(), STARTER_FOLDER);
  const setUp = await setupLink();
  await disconnectDb();
  return { url, setUp };
}

async function startOurs(dataDir: string): Promise<string> {
  const server = startEmbedded(dataDir);
  closing.add(async (force) => (await server.catch(() => null))?.stop(force));
  return (await server).url;
}

/** What the app is told at run time; nothing of it is in the build. */
function environmentOf({ dataDir, secret, url, databaseUrl }: Config, ownDatabase: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl ?? ownDatabase,
    DEBRIEF_DATA_DIR: dataDir,
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL: url,
  };
}

async function fail(error: unknown): Promise<void> {
  if (closing.signal.aborted) {
    return;
  }
  const isKnown = error instanceof OperatorError || error instanceof SetupError;
  console.error(isKnown ? error.message : error);
  await closing.close();
  process.exit(1);
}
