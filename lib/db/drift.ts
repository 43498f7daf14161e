import "server-only";

import { engineMigrations, listMigrations, writeMigration } from "./migrations";
import { datamodel, NO_FILTERS, withSchemaEngine } from "./schema-engine";
import { withScratchDatabase } from "./scratch";

const NOTHING = "-- This is an empty migration.";

/** The SQL that would take a database to prisma/schema.prisma; empty when it is there already. */
export async function missingSql(url: string): Promise<string> {
  const { stdout } = await withSchemaEngine(url, (engine) =>
    engine.diff({
      from: { tag: "schemaDatasource", ...datamodel(), configDir: process.cwd() },
      to: { tag: "schemaDatamodel", ...datamodel() },
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    }),
  );
  const sql = stdout?.trim() ?? "";
  return sql === NOTHING ? "" : sql;
}

/**
 * Writes the migration from the ones there are to prisma/schema.prisma and gives its path, or null when there is
 * nothing to change. Works in a scratch database on the server of `url`.
 */
export async function createMigration({
  url,
  name,
  now,
}: {
  url: string;
  name: string;
  now: Date;
}): Promise<string | null> {
  const sql = await withScratchDatabase(url, async (scratch) => {
    const migrationsList = engineMigrations(listMigrations());
    await withSchemaEngine(scratch, (engine) => engine.applyMigrations({ migrationsList, filters: NO_FILTERS }));
    return missingSql(scratch);
  });
  return sql === "" ? null : writeMigration({ name, sql: `${sql}\n`, now });
}
