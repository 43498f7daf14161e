import { beforeEach, describe, expect, it } from "vitest";

import {
  createAnnouncement,
  createConference,
  createMember,
  createRound,
  createTeam,
  createVote,
} from "@/lib/testing/builders";
import { resetDatabase, testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { teamOverview } from "./progress";
import { remindMembers } from "./reminders/commands";

describe("teamOverview", () => {
  beforeEach(resetDatabase);

  it("lists conferences newest first, with how far the viewer and the team are", async () => {
    const { team, lead, older } = await setUp();
    const member = await createTeamViewer({ team });
    const [one, two] = await announcements(older.id, 4);
    for (const viewer of [lead, member]) await vote(viewer, one);
    await vote(lead, two);

    const { conferences, people, leads } = await teamOverview(lead);

    expect(conferences.map(({ slug }) => slug)).toEqual(["conf-2031", "conf-2030"]);
    expect(conferences[1]).toMatchObject({
      startsOn: "2030-11-30",
      endsOn: null,
      announcements: 4,
      mine: 2,
      teamShare: 3 / 8,
    });
    expect([people, leads]).toEqual([2, 1]);
  });

  it("counts neither other teams nor people who have left", async () => {
    const { team, lead, older } = await setUp();
    const left = await createTeamViewer({ team });
    const stranger = await createTeamViewer();
    const [one] = await announcements(older.id, 2);
    for (const viewer of [left, stranger]) await vote(viewer, one);
    await testDb().membership.delete({ where: { teamId_personId: { teamId: team.id, personId: left.personId } } });

    const { conferences } = await teamOverview(lead);

    expect(conferences[1]).toMatchObject({ mine: 0, teamShare: 0, split: 0 });
  });

  it("tells the viewer what is left to mark in the newest conference that has something", async () => {
    const { lead, older } = await setUp();
    const [one, two] = await announcements(older.id, 2);

    expect((await teamOverview(lead)).unfinished).toMatchObject({ slug: older.slug, announcements: 2, mine: 0 });
    await vote(lead, one);
    await vote(lead, two);
    expect((await teamOverview(lead)).unfinished).toBeNull();
  });

  it("asks leads to settle what is split and not decided, and shows them who has marked", async () => {
    const { team, lead, older } = await setUp();
    const member = await createTeamViewer({ team });
    const [one, two] = await announcements(older.id, 3);
    for (const id of [one, two]) {
      await vote(lead, id, "adopt");
      await vote(member, id, "ignore");
    }
    await createMember({ team });
    const decided = { teamId: team.id, announcementId: two, choice: "adopt", decidedById: lead.personId } as const;
    await testDb().decision.create({ data: decided });

    const seen = await teamOverview(lead);
    expect(seen.toSettle).toBe(1);
    expect(seen.conferences[1]?.split).toBe(1);
    expect(seen.marked).toMatchObject({ conference: { name: older.name }, announcements: 3, notStarted: 1 });
    expect(seen.marked?.people.map(({ marked }) => marked)).toEqual([2, 2, 0]);

    const byMember = await teamOverview(member);
    expect(byMember).toMatchObject({ toSettle: 0, candidates: 0, marked: null });
  });

  it("goes on with the round that closes first, and leaves nothing to mark in one that is closed", async () => {
    const { team, lead, older, newer } = await setUp();
    for (const { id } of [older, newer]) await announcements(id, 2);
    expect((await teamOverview(lead)).unfinished?.slug).toBe(newer.slug);
    await round(team.id, older.id, lead, 1);
    expect((await teamOverview(lead)).unfinished).toMatchObject({
      slug: older.slug,
      round: { state: "open" },
      left: 2,
    });
    await round(team.id, newer.id, lead, -1);
    await testDb().round.updateMany({ where: { conferenceId: older.id }, data: { closedAt: new Date() } });

    const { conferences, unfinished, marked } = await teamOverview(lead);

    expect(conferences.map(({ left, round }) => [left, round?.state])).toEqual([
      [0, "closed"],
      [0, "closed"],
    ]);
    expect(unfinished).toBeNull();
    expect(marked).toMatchObject({ conference: { slug: newer.slug }, isOpen: false });
  });

  it("counts what is decided to adopt", async () => {
    const { team, lead, older } = await setUp();
    for (const [index, id] of (await announcements(older.id, 2)).entries()) {
      const choice = index === 0 ? "adopt" : "ignore";
      await testDb().decision.create({
        data: { teamId: team.id, announcementId: id, choice, decidedById: lead.personId },
      });
    }

    expect((await teamOverview(lead)).conferences.map(({ adopted }) => adopted)).toEqual([0, 1]);
  });

  it("names to a lead who has not started, without themselves and those who joined after the round", async () => {
    const { team, lead, older, newer } = await setUp();
    await announcements(older.id, 1);
    await announcements(newer.id, 1);
    const member = await createTeamViewer({ team });
    await round(team.id, older.id, lead, 1);
    await remindMembers(lead, { conference: older.slug });

    const open = await teamOverview(lead);
    expect(open.marked).toMatchObject({ conference: { slug: older.slug }, isOpen: true, notStarted: 1 });
    expect(open.marked?.waiting).toEqual([
      { personId: member.personId, name: member.name, remindedAt: expect.stringMatching(/Z$/) },
    ]);

    await testDb().announcement.deleteMany({ where: { conferenceId: newer.id } });
    const closedAt = new Date(Date.now() - 3_600_000);
    await testDb().round.updateMany({ where: { conferenceId: older.id }, data: { closedAt } });
    const early = { teamId_personId: { teamId: team.id, personId: member.personId } };
    expect((await teamOverview(lead)).marked).toMatchObject({ isOpen: false, notStarted: 0, people: [] });
    await testDb().membership.update({ where: early, data: { createdAt: new Date(closedAt.getTime() - 1_000) } });
    expect((await teamOverview(lead)).marked).toMatchObject({ notStarted: 1, people: [{ personId: member.personId }] });
  });

  it("pages through many conferences, each once", async () => {
    const { lead } = await setUp();
    for (let index = 0; index < 40; index += 1) await createConference();

    const first = await teamOverview(lead);
    const second = await teamOverview(lead, { after: first.next });

    expect([first.conferences.length, second.conferences.length, second.next]).toEqual([30, 12, null]);
    const slugs = [...first.conferences, ...second.conferences].map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(42);
  });
});

async function setUp() {
  const team = await createTeam();
  const lead = await createTeamViewer({ team, role: "lead" });
  const older = await createConference({ slug: "conf-2030", startsOn: new Date("2030-11-30") });
  const newer = await createConference({ slug: "conf-2031", startsOn: new Date("2031-11-30") });
  return { team, lead, older, newer };
}

async function announcements(conferenceId: string, count: number): Promise<[string, string]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) ids.push((await createAnnouncement({ conferenceId })).id);
  const [one = "", two = ""] = ids;
  return [one, two];
}

function vote(
  { teamId, personId }: { teamId: string; personId: string },
  announcementId: string,
  choice: "adopt" | "ignore" = "adopt",
) {
  return createVote({ teamId, personId, announcementId, choice });
}

/** A round that closes so many days from now. */
function round(teamId: string, conferenceId: string, { personId }: { personId: string }, days: number) {
  const closesAt = new Date(Date.now() + days * 86_400_000);
  return createRound({ teamId, conferenceId, openedById: personId, closesAt });
}
