import "server-only";

import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";

import { OperatorError } from "@/lib/errors/operator-error";

import { withClient } from "../connection";

import { Digest, endSchema, FORMAT, manifestSchema, rowSchema, type Manifest } from "./format";
import { appliedMigrations } from "./write";

import type pg from "pg";

/** Rows written with one statement, or fewer when they are long: a statement's parameter holds at most 256 MB. */
const BATCH = 500;
const BATCH_LENGTH = 8 * 1024 * 1024;

/**
 * Brings a backup back into an empty, migrated installation: nobody in it and no team; a starter catalogue is replaced.
 * The whole file is checked before anything is touched, and everything is written in one transaction. Gives the number of
 * rows. Throws OperatorError with what to do, and then nothing has changed.
 */
export async function restoreBackup({ url, file }: { url: string; file: string }): Promise<number> {
  const { manifest, rows } = await check(file);
  return withClient(url, async (client) => {
    await client.query("BEGIN");
    await refuseUnlessEmpty(client, manifest);
    // History refuses changes and tallies would be counted twice: what triggers keep is in the backup itself.
    await client.query("SET LOCAL session_replication_role = replica").catch(() => {
      throw new OperatorError(
        "Restoring needs a database user who may turn triggers off: use a superuser's DATABASE_URL.",
      );
    });
    await client.query(`TRUNCATE ${manifest.tables.map(({ name }) => quoted(name)).join(", ")}`);
    await write(client, file, manifest);
    await restartSequences(client);
    await client.query("COMMIT");
    return rows;
  });
}

/** Reads the file to its end: a backup of ours, whole and unchanged. */
async function check(file: string): Promise<{ manifest: Manifest; rows: number }> {
  const digest = new Digest();
  let manifest: Manifest | undefined;
  let previous: string | undefined;
  let lines = 0;
  try {
    for await (const line of linesOf(file)) {
      if (previous !== undefined) digest.add(previous);
      if (lines === 0) manifest = manifestSchema.parse(JSON.parse(line));
      previous = line;
      lines += 1;
    }
    const end = endSchema.parse(JSON.parse(previous ?? ""));
    if (!manifest || end.sha256 !== digest.end() || end.rows !== lines - 2) throw new Error("not whole");
  } catch {
    throw new OperatorError(
      manifest
        ? `${file} is cut off or was changed: restore from another copy. Nothing was changed here.`
        : `${file} is no backup of Debrief: name a file that npm run backup wrote.`,
    );
  }
  if (manifest.format > FORMAT) {
    throw new OperatorError(`${file} was written by a newer Debrief: update this one, then restore.`);
  }
  return { manifest, rows: lines - 2 };
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unzipped = createGunzip();
  source.on("error", (error) => unzipped.destroy(error)).pipe(unzipped);
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of unzipped) {
    const text = decoder.decode(chunk, { stream: true });
    rest += text;
    if (!text.includes("\n")) continue;
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest) yield rest;
}

async function refuseUnlessEmpty(client: pg.Client, { migrations }: Manifest): Promise<void> {
  const here = new Set(await appliedMigrations(client));
  if (!migrations.every((name) => here.has(name))) {
    throw new OperatorError("The backup was written by a newer Debrief than this one: update, then restore.");
  }
  const { rows } = await client.query("SELECT FROM person UNION ALL SELECT FROM team LIMIT 1");
  if (rows.length > 0) {
    throw new OperatorError(
      "This installation has people or teams already: restore into an empty one, for example with DEBRIEF_DATA_DIR.",
    );
  }
}

async function write(client: pg.Client, file: string, { tables }: Manifest): Promise<void> {
  let batch: unknown[] = [];
  let length = 0;
  let current = 0;
  const flush = async () => {
    const table = tables[current];
    if (!table || batch.length === 0) return;
    const columns = table.columns.map(quoted).join(", ");
    await client.query(
      `INSERT INTO ${quoted(table.name)} (${columns})
       SELECT ${columns} FROM jsonb_populate_recordset(NULL::${quoted(table.name)}, $1::jsonb)`,
      [JSON.stringify(batch)],
    );
    batch = [];
    length = 0;
  };
  let isManifest = true;
  for await (const line of linesOf(file)) {
    const row = isManifest ? null : rowSchema.safeParse(JSON.parse(line)).data;
    isManifest = false;
    if (!row) continue;
    const [index, values] = row;
    if (index !== current || batch.length >= BATCH || length >= BATCH_LENGTH) await flush();
    current = index;
    batch.push(values);
    length += line.length;
  }
  await flush();
}

/** Numbers go on after the highest that was restored. */
async function restartSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `SELECT relname AS "table", attname AS "column", pg_get_serial_sequence(quote_ident(relname), attname) AS sequence
     FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
       AND pg_get_serial_sequence(quote_ident(relname), attname) IS NOT NULL`,
  );
  for (const { table, column, sequence } of rows) {
    await client.query(
      `SELECT setval('${sequence}', coalesce(max(${quoted(column)}), 0) + 1, false) FROM ${quoted(table)}`,
    );
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
