import { hash } from "node:crypto";
import { readFileSync } from "node:fs";

import { withClient } from "@/lib/db/connection";
import { migrate } from "@/lib/db/migrate";
import { listMigrations } from "@/lib/db/migrations";
import { onDatabase } from "@/lib/db/scratch";

import { seed, type Size } from "./seed";

/**
 * The seeded database of a size on this server, by address. It is named after the migrations and the seed, so that two
 * million votes are written once and not for every run.
 */
export async function seededDatabase(serverUrl: string, size: Size): Promise<string> {
  const name = `debrief_bench_${size.name.toLowerCase()}_${madeFrom()}`;
  const url = onDatabase(serverUrl, name);
  if (await exists(serverUrl, name)) return url;
  const draft = `${name}_draft`;
  await withClient(serverUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft} TEMPLATE template0 ENCODING 'UTF8'`);
  });
  await migrate(onDatabase(serverUrl, draft));
  await withClient(onDatabase(serverUrl, draft), (client) => seed(client, size));
  // Under its own name only when it is whole: a run that is stopped midway leaves a draft, which the next one replaces.
  await withClient(serverUrl, (client) => client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`));
  return url;
}

async function exists(serverUrl: string, name: string): Promise<boolean> {
  const found = await withClient(serverUrl, (client) =>
    client.query("SELECT FROM pg_database WHERE datname = $1", [name]),
  );
  return found.rowCount === 1;
}

function madeFrom(): string {
  const seedFile = readFileSync(new URL("./seed.ts", import.meta.url));
  const migrations = listMigrations().map(({ checksum }) => checksum);
  return hash("sha1", migrations.join() + seedFile.toString()).slice(0, 10);
}
