import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import type { TeamViewer } from "@/lib/identity/types";
import { createConference, createMember, createTeam } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { readShortlistRows } from "../rows";

import { exportFile } from "./queries";

vi.mock(import("../rows"), { spy: true });

const ANNOUNCEMENTS = 5_000;
const VOTERS = 2;
const BATCH = 200;

let lead: TeamViewer;
let conference: string;

beforeAll(async () => {
  const team = await createTeam();
  lead = await createTeamViewer({ team, role: "lead" });
  for (let index = 1; index < VOTERS; index += 1) await createMember({ team });
  const { id, slug } = await createConference();
  conference = slug;
  await testDb().$executeRaw`
    INSERT INTO announcement (conference_id, slug, title, category)
    SELECT ${id}::uuid, ${slug} || '-' || number, 'Widget ' || number, 'compute'
    FROM generate_series(1, ${ANNOUNCEMENTS}) AS number`;
  await testDb().$executeRaw`
    INSERT INTO vote (team_id, announcement_id, person_id, choice, note)
    SELECT membership.team_id, announcement.id, membership.person_id, 'adopt', repeat('Worth it. ', 100)
    FROM announcement, membership
    WHERE announcement.conference_id = ${id}::uuid AND membership.team_id = ${lead.teamId}::uuid`;
}, 120_000);

beforeEach(() => {
  vi.mocked(readShortlistRows).mockClear();
});

describe("exportFile of a long list", () => {
  it.each(["shortlist.csv", "shortlist.md", "shortlist.xlsx"])(
    "reads %s in batches while it is taken",
    async (file) => {
      let read = 0;
      for await (const bytes of await exported(file)) read += bytes.length;

      expect(read).toBeGreaterThan(100_000);
      expect(batches()).toEqual(Array(ANNOUNCEMENTS / BATCH).fill(BATCH));
    },
  );

  it("reads no further once a download is cancelled", async () => {
    const reader = (await exported("shortlist.csv")).getReader();
    for (let pieces = 0; pieces < BATCH + 50; pieces += 1) await reader.read();
    expect(batches()).toEqual([BATCH, BATCH]);

    await reader.cancel();
    await new Promise((resolve) => setImmediate(resolve));

    expect(batches()).toEqual([BATCH, BATCH]);
  });
});

/** How many announcements were read at once, with all their notes. */
function batches(): number[] {
  return vi.mocked(readShortlistRows).mock.calls.map(([, entries]) => entries.length);
}

async function exported(file: string): Promise<ReadableStream<Uint8Array>> {
  const result = await exportFile(lead, { conference, file, query: new URLSearchParams() });
  if (!result.ok) throw new Error(result.problem.message);
  return result.value.body;
}
