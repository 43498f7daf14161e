import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";

/** A migration as it lies in prisma/migrations. The checksum is the one Prisma records: SHA-256, in hex. */
export type Migration = { name: string; sql: string; checksum: string };

export const MIGRATIONS_FOLDER = "prisma/migrations";

/** All migrations, oldest first. */
export function listMigrations(folder = MIGRATIONS_FOLDER): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** Writes the next migration and gives its path. The name becomes lower case with underscores, as Prisma's do. */
export function writeMigration({ name, sql, now }: { name: string; sql: string; now: Date }): string {
  const stamp = now.toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const words = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
  const folder = path.join(MIGRATIONS_FOLDER, `${stamp}_${words}`);
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "migration.sql");
  writeFileSync(file, sql);
  return file;
}

/** Migrations in the shape the schema engine wants them. */
export function engineMigrations(migrations: readonly Migration[], folder = MIGRATIONS_FOLDER): MigrationList {
  const lock = path.join(folder, "migration_lock.toml");
  return {
    baseDir: path.resolve(folder),
    lockfile: { path: "migration_lock.toml", content: existsSync(lock) ? readFileSync(lock, "utf8") : null },
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
    shadowDbInitScript: "",
  };
}
