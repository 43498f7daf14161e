import { beforeEach, describe, expect, it } from "vitest";

import type { Conference } from "@/lib/db/generated/client";
import { createAnnouncement, createConference, createRound, createVote } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { unseenNotices } from "../notices/queries";
import { setUpTeam } from "../rounds/testing";

import { remindMembers } from "./commands";

let world: Awaited<ReturnType<typeof setUpTeam>>;

beforeEach(async () => {
  world = await setUpTeam();
  await open(world.conference);
});

describe("remindMembers", () => {
  it("asks those who have something left, and neither who is done nor the lead who asks", async () => {
    const { lead, members, conference } = world;
    await mark(members[0].personId, 2);
    await mark(members[1].personId, 1);

    expect(await remind()).toEqual({ ok: true, value: { told: [members[1].name] } });

    expect(await unseenNotices(members[1])).toMatchObject([
      { kind: "reminder", by: lead.name, left: 1, conference: { slug: conference.slug } },
    ]);
    expect(await unseenNotices(members[0])).toEqual([]);
    expect(await unseenNotices(lead)).toEqual([]);
  });

  it("asks only whom it is told to, of those in the team", async () => {
    const { members } = world;
    const stranger = await createTeamViewer();

    const told = await remind([members[0].personId, stranger.personId]);

    expect(told).toEqual({ ok: true, value: { told: [members[0].name] } });
    expect(await unseenNotices(members[1])).toEqual([]);
  });

  it("asks nobody twice within a day, also when two leads ask at once, and again after it", async () => {
    const { team, members, conference } = world;
    const other = await createTeamViewer({ team, role: "lead" });
    const input = { conference: conference.slug, personIds: members.map(({ personId }) => personId) };

    const answers = await Promise.all([remindMembers(world.lead, input), remindMembers(other, input)]);
    const told = answers.flatMap((answer) => (answer.ok ? answer.value.told : []));
    expect(told).toHaveLength(2);
    expect(await remind(input.personIds)).toEqual({ ok: true, value: { told: [] } });
    expect(await reminders()).toBe(2);

    await testDb().$executeRaw`
      UPDATE notice SET created_at = created_at - interval '25 hours', event = event || '/before' WHERE team_id = ${team.id}::uuid`;
    expect(await remind(input.personIds)).toMatchObject({ value: { told: [members[0].name, members[1].name] } });
    expect(await reminders()).toBe(4);
  });

  it("writes down who was asked by whom, and nothing when nobody was", async () => {
    const { lead, members, team } = world;
    await remind([members[0].personId]);
    await remind([members[0].personId]);

    const events = await testDb().auditEvent.findMany({ where: { teamId: team.id, action: "member.reminded" } });

    expect(events).toMatchObject([
      { actorId: lead.personId, data: { people: [{ id: members[0].personId, name: members[0].name }] } },
    ]);
  });

  it("asks without a round for the newest conference alone, and for none whose round has closed", async () => {
    const newest = await createConference({ startsOn: new Date("2200-01-01") });
    await createAnnouncement({ conferenceId: newest.id });
    const { lead, conference } = world;

    expect(await remindMembers(lead, { conference: newest.slug })).toMatchObject({ ok: true });
    await testDb().round.deleteMany({ where: { conferenceId: conference.id } });
    expect(await remind()).toMatchObject({ problem: { kind: "conflict" } });
    await createRound({ ...ids(), openedById: lead.personId, closesAt: new Date(Date.now() - 1_000) });
    expect(await remind()).toMatchObject({
      problem: { kind: "conflict", message: /the round closed .* Reopen it first/ },
    });
    expect(await reminders()).toBe(2);
    await testDb().announcement.deleteMany({ where: { conferenceId: newest.id } });
  });

  it("finds no conference that is not there, and nobody whose id is none", async () => {
    expect(await remindMembers(world.lead, { conference: "nowhere" })).toMatchObject({
      problem: { kind: "not-found" },
    });
    expect(await remind(["everybody"])).toMatchObject({ problem: { kind: "not-found" } });
  });
});

function remind(personIds?: string[]) {
  const { lead, conference } = world;
  return remindMembers(lead, { conference: conference.slug, ...(personIds && { personIds }) });
}

function ids() {
  return { teamId: world.team.id, conferenceId: world.conference.id };
}

async function open({ id: conferenceId }: Conference): Promise<void> {
  await createRound({ teamId: world.team.id, conferenceId, openedById: world.lead.personId });
}

async function mark(personId: string, count: number): Promise<void> {
  for (const { id } of world.announcements.slice(0, count)) {
    await createVote({ teamId: world.team.id, announcementId: id, personId });
  }
}

function reminders(): Promise<number> {
  return testDb().notice.count({ where: { teamId: world.team.id, kind: "reminder" } });
}
