import "server-only";

import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

import { OperatorError } from "@/lib/errors/operator-error";

import { withClient } from "../connection";

import { Digest, FORMAT, type Manifest } from "./format";

import type pg from "pg";

type Options = { url: string; file: string; now: Date };

/** Rows fetched at a time: what the memory has to hold, whatever the size of the database. */
const BATCH = 50;

/**
 * Writes everything in the database to one file, as it was at one moment, while people go on working. The file appears
 * under its name only when it is whole, readable by its owner alone: it holds password hashes. Gives the number of rows.
 * Throws OperatorError when the file is there already or cannot be written.
 */
export async function writeBackup({ url, file, now }: Options): Promise<number> {
  await claim(file);
  const partial = `${file}.partial`;
  let rows = 0;
  try {
    await withClient(url, async (client) => {
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      const lines = Readable.from(linesOf(client, now, (count) => (rows = count)));
      await pipeline(lines, createGzip(), createWriteStream(partial, { mode: 0o600 }));
    });
    await rename(partial, file);
    return rows;
  } catch (error) {
    await Promise.all([rm(partial, { force: true }), rm(file, { force: true })]);
    throw error;
  }
}

/** Makes the file, empty, so that it is ours and nothing of that name is written over. */
async function claim(file: string): Promise<void> {
  try {
    await (await open(file, "wx", 0o600)).close();
  } catch (error) {
    const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
    throw new OperatorError(
      exists
        ? `${file} is there already: choose another name, or take it away first.`
        : `${file} cannot be written: choose a folder that you may write to.`,
    );
  }
}

async function* linesOf(client: pg.Client, now: Date, counted: (rows: number) => void): AsyncGenerator<string> {
  const manifest = await manifestOf(client, now);
  const digest = new Digest();
  const line = (value: unknown) => {
    const text = JSON.stringify(value);
    digest.add(text);
    return `${text}\n`;
  };
  yield line(manifest);
  let rows = 0;
  for (const [index, { name, columns }] of manifest.tables.entries()) {
    const list = columns.map((column) => `"${column}"`).join(", ");
    await client.query(
      `DECLARE rows NO SCROLL CURSOR FOR SELECT to_jsonb(r) AS r FROM (SELECT ${list} FROM "${name}") r`,
    );
    for (;;) {
      const batch = await client.query<{ r: unknown }>(`FETCH ${BATCH} FROM rows`);
      for (const { r } of batch.rows) yield line([index, r]);
      rows += batch.rows.length;
      if (batch.rows.length < BATCH) break;
    }
    await client.query("CLOSE rows");
  }
  counted(rows);
  yield `${JSON.stringify({ rows, sha256: digest.end() })}\n`;
}

/** All tables but the record of migrations, which the target makes itself; generated columns are not data. */
async function manifestOf(client: pg.Client, now: Date): Promise<Manifest> {
  const tables = await client.query<{ name: string; columns: string[] }>(
    `SELECT relname AS name, array_agg(attname::text ORDER BY attnum) AS columns
     FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'
       AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
     GROUP BY relname ORDER BY relname`,
  );
  return {
    format: FORMAT,
    app: "debrief",
    createdAt: now.toISOString(),
    migrations: await appliedMigrations(client),
    tables: tables.rows,
  };
}

/** Names of the migrations a database has, in order. */
export async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows.map(({ name }) => name);
}
