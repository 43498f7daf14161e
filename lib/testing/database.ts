import { afterAll, inject } from "vitest";

import { setDatabase } from "@/lib/config/env";
import { db, disconnectDb } from "@/lib/db/client";
import { withClient } from "@/lib/db/connection";
import { onDatabase } from "@/lib/db/scratch";

import type { Db } from "@/lib/db/client";

/*
 * Importing this file gives the test file a migrated, empty database of its own, which `db()` uses everywhere. Tests
 * that do not import it touch no database. Call `resetDatabase` in `beforeEach` when tests of a file must not see each
 * other's rows.
 */

const databaseUrl = await prepareDatabase();

afterAll(disconnectDb);

/** The client that the code under test uses. */
export function testDb(): Db {
  return db();
}

/** Where this worker's database is, for what connects by itself. */
export function testDatabaseUrl(): string {
  return databaseUrl;
}

/** Empties every table. TRUNCATE, because history refuses to be deleted row by row. */
export async function resetDatabase(): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ tables: string | null }>(
      `SELECT string_agg(format('%I', tablename), ', ') AS tables FROM pg_tables
       WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
    );
    await client.query(`TRUNCATE ${rows[0]?.tables} RESTART IDENTITY`);
  });
}

/** Copied from the template once for each test file; the copy of an earlier file in this worker is replaced. */
async function prepareDatabase(): Promise<string> {
  const { url, template, run } = inject("testServer");
  const name = `debrief_test_${run}_${process.env.VITEST_POOL_ID}`;
  await withClient(url, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    // A test database is thrown away, so it need not wait for the disk.
    await client.query(`ALTER DATABASE ${name} SET synchronous_commit = off`);
  });
  const own = onDatabase(url, name);
  setDatabase(own);
  return own;
}
