import "server-only";

import { OperatorError } from "@/lib/errors/operator-error";

import { withClient, withoutPassword } from "./connection";
import { engineMigrations, listMigrations } from "./migrations";

import type pg from "pg";
import type { Migration } from "./migrations";

/** How a database stands to the migrations of this version, by name, oldest first. */
export type MigrationStatus = {
  applied: string[];
  pending: string[];
  /** Applied, and different from the file of that name now. */
  edited: string[];
  /** Begun and neither finished nor taken back, with what the database said. */
  failed: { name: string; reason: string }[];
  /** Applied and unknown here: by a newer version. */
  unknown: string[];
};

type Options = { migrations?: readonly Migration[]; retry?: boolean };
type Recorded = { migration_name: string; checksum: string; finished: boolean; logs: string | null };

// Any number no other program uses for an advisory lock on this database.
const LOCK = 5_327_109_438;
const LOCK_TIMEOUT = "60s";

/**
 * Brings the database to the schema of this version and gives the names of the migrations it applied. Processes that
 * start at once wait for each other; with nothing to apply, the schema engine is not even loaded. `retry` takes back
 * the record of a migration that failed and applies it again. Throws OperatorError with what to do.
 */
export async function migrate(
  url: string,
  { migrations = listMigrations(), retry = false }: Options = {},
): Promise<string[]> {
  return withClient(url, async (client) => {
    if (isCurrent(await statusOf(client, migrations))) {
      return [];
    }
    await lock(client);
    const status = await statusOf(client, migrations);
    if (isCurrent(status)) {
      return [];
    }
    refuse(status, retry);
    return apply({ url, migrations, retry: status.failed.map(({ name }) => name) });
  });
}

/** How the database stands to the migrations of this version; changes nothing. */
export async function migrationStatus(
  url: string,
  migrations: readonly Migration[] = listMigrations(),
): Promise<MigrationStatus> {
  return withClient(url, (client) => statusOf(client, migrations));
}

async function apply({
  url,
  migrations,
  retry,
}: {
  url: string;
  migrations: readonly Migration[];
  retry: string[];
}): Promise<string[]> {
  const { NO_FILTERS, withSchemaEngine } = await import("./schema-engine");
  try {
    return await withSchemaEngine(url, async (engine) => {
      for (const migrationName of retry) {
        await engine.markMigrationRolledBack({ migrationName });
      }
      const migrationsList = engineMigrations(migrations);
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
      return appliedMigrationNames;
    });
  } catch (error) {
    throw new OperatorError(await explain(error, url, migrations));
  }
}

async function explain(error: unknown, url: string, migrations: readonly Migration[]): Promise<string> {
  if (error instanceof Error && "code" in error && error.code === "P3005") {
    return `The database ${withoutPassword(url)} holds tables of something else: set DATABASE_URL to an empty one.`;
  }
  const { failed } = await migrationStatus(url, migrations);
  const [first] = failed;
  return first ? failedSentence(first) : `The database could not be migrated: ${firstLine(String(error))}`;
}

function refuse({ failed, unknown }: MigrationStatus, retry: boolean): void {
  const [first] = failed;
  if (first && !retry) {
    throw new OperatorError(failedSentence(first));
  }
  if (unknown.length > 0) {
    throw new OperatorError(
      `The database is newer than this version of the app (it has ${unknown.join(", ")}): start the newer version, or restore a backup of this one.`,
    );
  }
}

function failedSentence({ name, reason }: { name: string; reason: string }): string {
  return `Migration ${name} failed and was taken back (${reason}): put that right, then run npm run db -- migrate --retry.`;
}

function isCurrent({ pending, edited, failed, unknown }: MigrationStatus): boolean {
  return [pending, edited, failed, unknown].every(({ length }) => length === 0);
}

async function statusOf(client: pg.Client, migrations: readonly Migration[]): Promise<MigrationStatus> {
  const recorded = await recordedMigrations(client);
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  const done = recorded.filter(({ finished }) => finished);
  const names = new Set(done.map(({ migration_name }) => migration_name));
  return {
    applied: [...names],
    pending: [...known.keys()].filter((name) => !names.has(name)),
    edited: done
      .filter(({ migration_name: name, checksum }) => known.has(name) && known.get(name) !== checksum)
      .map(({ migration_name }) => migration_name),
    failed: recorded
      .filter(({ finished }) => !finished)
      .map(({ migration_name, logs }) => ({ name: migration_name, reason: reasonIn(logs) })),
    unknown: [...names].filter((name) => !known.has(name)),
  };
}

async function recordedMigrations(client: pg.Client): Promise<Recorded[]> {
  const table = await client.query<{ found: boolean }>("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found");
  if (!table.rows[0]?.found) {
    return [];
  }
  const { rows } = await client.query<Recorded>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished, logs FROM _prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

/** Held until the connection ends. */
async function lock(client: pg.Client): Promise<void> {
  await client.query(`SET lock_timeout = '${LOCK_TIMEOUT}'`);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
  } catch {
    throw new OperatorError(
      `Another process has been migrating the database for more than ${LOCK_TIMEOUT}: wait for it to end, or stop it, and start again.`,
    );
  }
}

/** The engine's log of a failure is the database's message among its own stack. */
function reasonIn(logs: string | null): string {
  const said = /ERROR: (.*)/.exec(logs ?? "")?.[1];
  return said ?? (logs ? firstLine(logs) : "it was interrupted");
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? text;
}
