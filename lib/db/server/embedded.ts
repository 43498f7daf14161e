import "server-only";

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import pg from "pg";

import { CLUSTER_USER, openCluster, runningServer, startServer, stopServer } from "./cluster";
import { freePort } from "./port";

import type { Cluster } from "./cluster";

/** A PostgreSQL of our own that answers at `url`. */
export type EmbeddedServer = { url: string; stop: (force?: boolean) => Promise<void> };

const DATABASE = "debrief";
const ATTEMPTS = 3;
const WATCH_EVERY = 1_000;

/**
 * Starts the PostgreSQL that comes with the app on the cluster in `<dataDir>/postgres`, made on first use. A server a
 * killed start left behind is taken over. The caller holds the data folder's lock. Throws OperatorError.
 *
 * pg_ctl puts the server into a session of its own, so that Ctrl-C in a terminal does not reach it before the app has
 * closed its connections.
 */
export async function startEmbedded(dataDir: string): Promise<EmbeddedServer> {
  const cluster = await openCluster(dataDir);
  const port = (await portOfLeftover(cluster)) ?? (await startOnFreePort(cluster, dataDir));
  const url = urlOf(cluster, port, DATABASE);
  await ensureDatabase(urlOf(cluster, port, "postgres"));
  const stopWatching = restartWhenGone(cluster, port);
  return {
    url,
    stop: async (force) => {
      await stopWatching();
      await stopServer(cluster, force);
    },
  };
}

/** The address of the server another process of ours runs on this data folder, or null when none answers. */
export function embeddedUrl(dataDir: string): string | null {
  const folder = path.join(dataDir, "postgres");
  const passwordFile = path.join(dataDir, "postgres-password");
  const running = existsSync(passwordFile) ? runningServer(folder) : null;
  return running && urlOf({ passwordFile }, running.port, DATABASE);
}

async function portOfLeftover(cluster: Cluster): Promise<number | null> {
  const running = runningServer(cluster.folder);
  if (running === null) {
    return null;
  }
  if (await isOurs(urlOf(cluster, running.port, "postgres"), cluster.folder)) {
    return running.port;
  }
  await stopServer(cluster);
  return null;
}

async function isOurs(url: string, folder: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
    return rows[0]?.data_directory === folder;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The same port every time, so that a person's own tools keep working, unless something else has taken it. */
async function startOnFreePort(cluster: Cluster, dataDir: string): Promise<number> {
  const record = path.join(dataDir, "postgres-port");
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(existsSync(record) ? Number(readFileSync(record, "utf8")) : undefined);
    try {
      await startServer(cluster, port);
      writeFileSync(record, String(port));
      return port;
    } catch (error) {
      // Somebody may have taken the port between our look and the server's.
      if (attempt === ATTEMPTS || (await freePort(port)) === port) {
        throw error;
      }
    }
  }
}

/** Somebody may kill the server and leave us alone: it comes back on its port, and the app connects again. */
function restartWhenGone(cluster: Cluster, port: number): () => Promise<void> {
  let restarting = Promise.resolve();
  const restart = async () => {
    if (runningServer(cluster.folder) === null) {
      await startServer(cluster, port);
    }
  };
  const timer = setInterval(() => {
    // Leftovers of the killed server refuse the first attempt at times; the next one comes in a second.
    restarting = restarting.then(restart).catch(() => undefined);
  }, WATCH_EVERY);
  timer.unref();
  return () => {
    clearInterval(timer);
    return restarting;
  };
}

async function ensureDatabase(maintenanceUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${DATABASE}`);
    }
  } finally {
    await client.end();
  }
}

function urlOf({ passwordFile }: Pick<Cluster, "passwordFile">, port: number, database: string): string {
  const password = readFileSync(passwordFile, "utf8").trim();
  return `postgres://${CLUSTER_USER}:${password}@127.0.0.1:${port}/${database}`;
}
