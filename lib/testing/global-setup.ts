import { hash } from "node:crypto";
import path from "node:path";

import { migrate } from "@/lib/db/migrate";
import { listMigrations } from "@/lib/db/migrations";
import { onDatabase } from "@/lib/db/scratch";
import { processIdentity } from "@/lib/db/server/process-identity";
import { provideServer } from "@/lib/db/server/provide";
import { withClient } from "@/lib/db/connection";

import type { TestProject } from "vitest/node";
import type { Provided } from "@/lib/db/server/provide";

declare module "vitest" {
  export interface ProvidedContext {
    /** The server tests make their databases on, and the migrated database these are copied from. */
    testServer: { url: string; template: string; run: string };
  }
}

/**
 * Gives tests a PostgreSQL (TEST_DATABASE_URL, else one of our own in .data/test) with one migrated template, from
 * which each worker copies its database. Vitest calls what it returns when all tests have run.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await testServer();
  const run = String(process.pid);
  await dropLeftovers(server.url);
  const template = await ensureTemplate(server.url, run);
  project.provide("testServer", { url: server.url, template, run });
  return async () => {
    await dropDatabases(server.url, (name) => name.startsWith(`debrief_test_${run}_`));
    await server.release();
  };
}

async function testServer(): Promise<Provided> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) {
    return { url, release: () => Promise.resolve() };
  }
  return provideServer({ dataDir: path.resolve(".data/test"), command: "npm test" });
}

/** Named after the migrations, so that it is made again when they change and only then. */
async function ensureTemplate(url: string, run: string): Promise<string> {
  const migrations = listMigrations();
  const name = `debrief_template_${hash("sha1", migrations.map(({ checksum }) => checksum).join()).slice(0, 12)}`;
  if ((await listDatabases(url)).includes(name)) {
    return name;
  }
  // Made under another name first: a run that is killed, or two at once, never leave half a template.
  const draft = `debrief_test_${run}_template`;
  await withClient(url, (client) => client.query(`CREATE DATABASE ${draft} TEMPLATE template0 ENCODING 'UTF8'`));
  await migrate(onDatabase(url, draft), { migrations });
  await withClient(url, (client) => client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`)).catch(async (error) => {
    if (!(await listDatabases(url)).includes(name)) {
      throw error;
    }
  });
  await dropDatabases(url, (other) => other.startsWith("debrief_template_") && other !== name);
  return name;
}

/** Databases of runs that have ended without dropping them. */
async function dropLeftovers(url: string): Promise<void> {
  await dropDatabases(url, (name) => {
    const run = /^debrief_test_(\d+)_/.exec(name)?.[1];
    return run !== undefined && processIdentity(Number(run)) === null;
  });
}

async function dropDatabases(url: string, isChosen: (name: string) => boolean): Promise<void> {
  const chosen = (await listDatabases(url)).filter(isChosen);
  await withClient(url, async (client) => {
    for (const name of chosen) {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    }
  });
}

async function listDatabases(url: string): Promise<string[]> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ datname: string }>("SELECT datname FROM pg_database"),
  );
  return rows.map(({ datname }) => datname);
}
