import { beforeEach, describe, expect, it } from "vitest";

import { createAnnouncement, createMember, createVote } from "@/lib/testing/builders";
import { resetDatabase, testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { announceEnded, announceEnding, untilNextEnd } from "./clock";
import { changeRound, closeRound, openRound } from "./commands";
import { readRound } from "./queries";
import { moveEnd, setUpTeam, termsIn, toldIn } from "./testing";

beforeEach(resetDatabase);

async function setUpRound() {
  const world = await setUpTeam();
  await openRound(world.lead, termsIn(world.conference, 48));
  await testDb().notice.deleteMany();
  return world;
}

describe("announceEnded", () => {
  it("tells every member once that the time has passed, whoever looks", async () => {
    const { team, lead, members, conference } = await setUpRound();
    expect(await announceEnded()).toBe(0);
    await moveEnd(team.id, -1);

    expect((await readRound(members[0], conference.slug))?.round).toMatchObject({ state: "closed" });
    const told = await Promise.all([announceEnded(), announceEnded(), announceEnded()]);

    expect(told.toSorted()).toEqual([0, 0, 3]);
    expect(await announceEnded()).toBe(0);
    expect((await toldIn(team.id)).map(({ personId }) => personId).toSorted()).toEqual(
      [lead, ...members].map(({ personId }) => personId).toSorted(),
    );
  });

  it("does not tell of what a lead closed, nor whoever joined later or is deactivated", async () => {
    const { team, lead, members, conference } = await setUpRound();
    const other = await setUpRound();
    await openRound(lead, termsIn(conference, 48));
    await closeRound(other.lead, { conference: other.conference.slug, was: 1 });
    await moveEnd(team.id, -1);
    await createTeamViewer({ team });
    await testDb().person.update({ where: { id: members[0].personId }, data: { deactivatedAt: new Date() } });
    await testDb().notice.deleteMany();

    expect(await announceEnded()).toBe(2);
    expect(await toldIn(other.team.id)).toEqual([]);
  });
});

describe("announceEnding", () => {
  it("tells those alone who have something left, once, on the last day", async () => {
    const { team, lead, members, announcements } = await setUpRound();
    for (const { id } of announcements) {
      await createVote({ teamId: team.id, announcementId: id, personId: members[0].personId });
    }
    await createVote({ teamId: team.id, announcementId: announcements[0].id, personId: members[1].personId });
    await moveEnd(team.id, 25);
    expect(await announceEnding()).toBe(0);
    await moveEnd(team.id, 23);

    expect((await Promise.all([announceEnding(), announceEnding()])).toSorted()).toEqual([0, 2]);

    expect(await announceEnding()).toBe(0);
    expect((await toldIn(team.id)).map(({ personId }) => personId).toSorted()).toEqual(
      [lead.personId, members[1].personId].toSorted(),
    );
  });

  it("tells whoever gets something to mark on the last day", async () => {
    const { team, members, conference, announcements } = await setUpRound();
    await testDb().membership.deleteMany({ where: { teamId: team.id, personId: { not: members[0].personId } } });
    for (const { id } of announcements) {
      await createVote({ teamId: team.id, announcementId: id, personId: members[0].personId });
    }
    await moveEnd(team.id, 23);
    expect(await announceEnding()).toBe(0);

    await createAnnouncement({ conferenceId: conference.id });
    await createMember({ team });

    expect(await announceEnding()).toBe(2);
  });

  it("leaves those alone who were told the closing time that day", async () => {
    const { team, lead, conference } = await setUpTeam();
    await openRound(lead, termsIn(conference, 20));
    await changeRound(lead, { ...termsIn(conference, 22), was: 1 });

    expect(await announceEnding()).toBe(0);
    expect(await toldIn(team.id)).toHaveLength(4);
  });

  it("tells again for another closing time, and nobody once the round is closed", async () => {
    const { team, lead, conference } = await setUpRound();
    await moveEnd(team.id, 23);
    expect(await announceEnding()).toBe(3);
    await moveEnd(team.id, 22);
    expect(await announceEnding()).toBe(3);

    await moveEnd(team.id, 21);
    await closeRound(lead, { conference: conference.slug, was: 1 });
    expect(await announceEnding()).toBe(0);
  });
});

describe("untilNextEnd", () => {
  it("says how long it is until the next round ends", async () => {
    expect(await untilNextEnd()).toBeNull();
    const { team } = await setUpRound();
    await setUpRound();
    await moveEnd(team.id, 1);

    const wait = await untilNextEnd();

    expect(wait).toBeGreaterThan(3_500_000);
    expect(wait).toBeLessThanOrEqual(3_600_000);
  });
});
