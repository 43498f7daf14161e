import { expect, it } from "vitest";

import { recount } from "@/lib/db/check";
import { createAnnouncement, createConference, createMember, createTeam, createVote } from "@/lib/testing/builders";
import { testDatabaseUrl, testDb } from "@/lib/testing/database";

it("counts who marks while tallies are counted, before the count or after it", async () => {
  const team = await createTeam();
  const conference = await createConference();
  const { id: announcementId } = await createAnnouncement({ conferenceId: conference.id });
  const people = [];
  for (let n = 0; n < 4; n += 1) people.push((await createMember({ team })).person.id);
  const [first = "", early = "", late = "", brought = ""] = people;
  await createVote({ teamId: team.id, announcementId, personId: first });
  const vote = (personId: string) => ({
    data: { teamId: team.id, announcementId, personId, choice: "adopt" as const },
  });
  const settled = { early: gate(), counting: gate() };

  const marking = testDb().$transaction(async (tx) => {
    await tx.vote.create(vote(early));
    settled.early.open();
    // Not yet stored when the count begins, which has to wait for it.
    await settled.counting.opened;
    await until(someoneWaits);
  });
  await settled.early.opened;
  const bringing = testDb().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('debrief.transferring', 'on', true)`;
    await tx.vote.create(vote(brought));
    settled.counting.open();
    await tx.$executeRaw`SELECT FROM recount_marks(${team.id}::uuid, ${conference.id}::uuid)`;
  });
  await Promise.all([marking, bringing]);
  await testDb().vote.create(vote(late));

  const tally = await testDb().tally.findFirstOrThrow({ where: { teamId: team.id, announcementId } });
  expect(tally.adopt).toBe(4);
  expect(await recount(testDatabaseUrl())).toEqual([]);
});

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open: () => open(), opened };
}

async function someoneWaits(): Promise<boolean> {
  const [row] = await testDb().$queryRaw<{ waiting: number }[]>`
    SELECT count(*)::int AS waiting FROM pg_locks
    WHERE NOT granted AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`;
  return (row?.waiting ?? 0) > 0;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
}
