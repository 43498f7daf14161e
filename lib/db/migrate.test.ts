import { hash } from "node:crypto";

import { describe, expect, it } from "vitest";

import { testDatabaseUrl } from "@/lib/testing/database";

import { withClient } from "./connection";
import { migrate, migrationStatus } from "./migrate";
import { listMigrations } from "./migrations";
import { withScratchDatabase } from "./scratch";

import type { Migration } from "./migrations";

describe("migrate", () => {
  it("applies everything to an empty database, and nothing the second time", async () => {
    await onEmptyDatabase(async (url) => {
      const names = listMigrations().map(({ name }) => name);

      expect(await migrate(url)).toEqual(names);
      expect(await migrate(url)).toEqual([]);
      expect(await migrationStatus(url)).toEqual({ applied: names, pending: [], edited: [], failed: [], unknown: [] });
    });
  });

  it("lets one of several processes apply while the others wait", async () => {
    await onEmptyDatabase(async (url) => {
      const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);

      expect(applied.flat()).toEqual(listMigrations().map(({ name }) => name));
    });
  });

  it("keeps nothing of a migration that fails, says why, and applies it when asked again", async () => {
    await onEmptyDatabase(async (url) => {
      const broken = [migration("1_widget", "CREATE TABLE widget (id int); SELECT no_such_function();")];
      const mended = [migration("1_widget", "CREATE TABLE widget (id int);")];

      await expect(migrate(url, { migrations: broken })).rejects.toThrow(/1_widget failed.*no_such_function.*--retry/);
      expect(await hasTable(url, "widget")).toBe(false);
      await expect(migrate(url, { migrations: mended })).rejects.toThrow(/1_widget failed/);
      expect(await migrate(url, { migrations: mended, retry: true })).toEqual(["1_widget"]);
      expect(await hasTable(url, "widget")).toBe(true);
    });
  });

  it("keeps functions with semicolons whole", async () => {
    await onEmptyDatabase(async (url) => {
      const sql = "CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN NULL; RETURN 2; END $$;";

      expect(await migrate(url, { migrations: [migration("1_function", sql)] })).toEqual(["1_function"]);
    });
  });

  it("refuses a database that a newer version has migrated", async () => {
    await onEmptyDatabase(async (url) => {
      const [older, newer] = [migration("1_old", "SELECT 1;"), migration("2_new", "SELECT 2;")];
      await migrate(url, { migrations: [older, newer] });

      await expect(migrate(url, { migrations: [older] })).rejects.toThrow(/newer than this version.*2_new/);
    });
  });

  it("refuses a database that holds something else", async () => {
    await onEmptyDatabase(async (url) => {
      await withClient(url, (client) => client.query("CREATE TABLE invoice (id int)"));

      await expect(migrate(url)).rejects.toThrow(/holds tables of something else/);
    });
  });

  it("shows no password when the database does not answer", async () => {
    const unreachable = migrate("postgres://someone:secret@127.0.0.1:1/debrief");

    await expect(unreachable).rejects.toThrow(/someone:\*\*\*@127.0.0.1:1\/debrief does not answer/);
  });
});

async function onEmptyDatabase(work: (url: string) => Promise<void>): Promise<void> {
  await withScratchDatabase(testDatabaseUrl(), work);
}

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: hash("sha256", sql) };
}

async function hasTable(url: string, name: string): Promise<boolean> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ found: boolean }>("SELECT to_regclass($1) IS NOT NULL AS found", [name]),
  );
  return rows[0]?.found === true;
}
