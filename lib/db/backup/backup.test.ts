import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { beforeEach, describe, expect, it } from "vitest";

import { createAnnouncement, createComment, createMember, createVote } from "@/lib/testing/builders";
import { resetDatabase, testDatabaseUrl, testDb } from "@/lib/testing/database";

import { recount } from "../check";
import { withClient } from "../connection";
import { migrate } from "../migrate";
import { withScratchDatabase } from "../scratch";

import { restoreBackup } from "./restore";
import { writeBackup } from "./write";

const HOSTILE = "Tab\tnewline\nbackslash \\ quote \" apostrophe ' emoji 👩‍💻 \\N, and a comma";
const now = new Date("2030-01-02T03:04:05Z");

let file: string;

beforeEach(async () => {
  await resetDatabase();
  file = path.join(mkdtempSync(path.join(tmpdir(), "backup-")), "test.backup.gz");
});

describe("a backup", () => {
  it("comes back row for row, and goes on counting where it stopped", async () => {
    await aTeamAtWork();
    const before = await everything(testDatabaseUrl());
    await writeBackup({ url: testDatabaseUrl(), file, now });

    await withScratchDatabase(testDatabaseUrl(), async (url) => {
      await migrate(url);
      await restoreBackup({ url, file });

      expect(await everything(url)).toEqual(before);
      expect(await recount(url)).toEqual([]);
      await withClient(url, (client) => client.query("UPDATE vote SET note = 'changed'"));
      expect(await recount(url)).toEqual([]);
    });
  });

  it("is readable by its owner alone", async () => {
    await writeBackup({ url: testDatabaseUrl(), file, now });

    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("is never written over another file", async () => {
    writeFileSync(file, "something dear");

    await expect(writeBackup({ url: testDatabaseUrl(), file, now })).rejects.toThrow("is there already");
    expect(readFileSync(file, "utf8")).toBe("something dear");
  });

  it("is refused where there are people, who stay", async () => {
    await aTeamAtWork();
    await writeBackup({ url: testDatabaseUrl(), file, now });
    const before = await everything(testDatabaseUrl());

    await expect(restoreBackup({ url: testDatabaseUrl(), file })).rejects.toThrow("has people or teams already");
    expect(await everything(testDatabaseUrl())).toEqual(before);
  });

  it.each([
    ["cut off", (bytes: Buffer) => bytes.subarray(0, bytes.length - 40), "cut off or was changed"],
    ["changed by a byte", (bytes: Buffer) => flipped(bytes), "cut off or was changed|is no backup"],
    ["something else", () => Buffer.from("not a backup"), "is no backup of Debrief"],
  ])("that is %s is refused before anything is touched", async (_what, change, sentence) => {
    await aTeamAtWork();
    await writeBackup({ url: testDatabaseUrl(), file, now });
    writeFileSync(file, change(readFileSync(file)));

    await withScratchDatabase(testDatabaseUrl(), async (url) => {
      await migrate(url);
      await expect(restoreBackup({ url, file })).rejects.toThrow(new RegExp(sentence));
      expect((await everything(url)).person).toEqual([]);
    });
  });

  it("that is not there is refused with a sentence", async () => {
    await expect(restoreBackup({ url: testDatabaseUrl(), file: `${file}.none` })).rejects.toThrow("is no backup");
  });
});

async function aTeamAtWork(): Promise<void> {
  const { team, person } = await createMember({ role: "lead" });
  const announcement = await createAnnouncement({ services: ["Block Disks", "Build Farm"], summary: HOSTILE });
  const ids = { teamId: team.id, announcementId: announcement.id };
  await createVote({ ...ids, personId: person.id, note: HOSTILE });
  await createComment({ ...ids, authorId: person.id, body: HOSTILE });
  await testDb().auditEvent.create({
    data: {
      actorId: person.id,
      teamId: team.id,
      action: "test.done",
      subjectType: "test",
      subjectId: "1",
      data: { text: HOSTILE },
    },
  });
}

/** Every row of every table, as text. */
async function everything(url: string): Promise<Record<string, string[]>> {
  return withClient(url, async (client) => {
    const tables = await client.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
    );
    const rows: Record<string, string[]> = {};
    for (const { name } of tables.rows) {
      const found = await client.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`);
      rows[name] = found.rows.map(({ row }) => row);
    }
    return rows;
  });
}

function flipped(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  const middle = Math.floor(bytes.length / 2);
  changed[middle] = (changed[middle] ?? 0) ^ 0xff;
  return changed;
}
