import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, it } from "vitest";

import { createConference, createVote } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { announceEnding } from "../rounds/clock";
import { changeRound, closeRound, openRound } from "../rounds/commands";
import { moveEnd, setUpTeam, termsIn } from "../rounds/testing";

import { markNoticesSeen } from "./commands";
import { unseenNotices } from "./queries";
import { tellPeople, type Telling } from "./tell";

let world: Awaited<ReturnType<typeof setUpTeam>>;

beforeEach(async () => {
  world = await setUpTeam();
});

describe("tellPeople", () => {
  it("tells all but who did it, and nobody the same event twice", async () => {
    const { lead, members } = world;

    expect(await tellPeople(testDb(), reminder())).toBe(2);
    expect(await tellPeople(testDb(), reminder())).toBe(0);

    expect(await unseenNotices(lead)).toEqual([]);
    expect(await unseenNotices(members[0])).toMatchObject([{ kind: "reminder", by: lead.name, left: 2 }]);
  });

  it("tells those alone who have something left, of those alone who are named", async () => {
    const { team, members, announcements } = world;
    const third = await createTeamViewer({ team });
    const stranger = await createTeamViewer();
    for (const { id } of announcements) {
      await createVote({ teamId: team.id, announcementId: id, personId: members[0].personId });
    }

    const people = [members[0], members[1], stranger].map(({ personId }) => personId);
    expect(await tellPeople(testDb(), reminder(), { people, onlyUnfinished: true })).toBe(1);

    expect(await unseenNotices(members[1])).toHaveLength(1);
    expect(await unseenNotices(third)).toEqual([]);
  });

  it("tells nobody who is deactivated", async () => {
    const { members } = world;
    await testDb().person.update({ where: { id: members[0].personId }, data: { deactivatedAt: new Date() } });

    expect(await tellPeople(testDb(), reminder())).toBe(1);
  });
});

describe("unseenNotices", () => {
  it("says of a round what happened last", async () => {
    const { lead, members, conference } = world;
    await openRound(lead, termsIn(conference, 48));
    await changeRound(lead, { ...termsIn(conference, 72), was: 1 });

    expect(await unseenNotices(members[0])).toMatchObject([
      { kind: "round-changed", by: lead.name, conference: { slug: conference.slug }, data: { moved: "later" } },
    ]);
    await closeRound(lead, { conference: conference.slug, was: 2 });
    expect((await unseenNotices(members[0])).map(({ kind }) => kind)).toEqual(["round-closed"]);
  });

  it("no longer says that a round is open once its time has passed", async () => {
    const { team, lead, members, conference } = world;
    await openRound(lead, termsIn(conference, 48));
    await moveEnd(team.id, -1);

    expect(await unseenNotices(members[0])).toEqual([]);
  });

  it("reminds nobody of what they have done since", async () => {
    const { team, lead, members, conference, announcements } = world;
    await openRound(lead, termsIn(conference, 48));
    await testDb().notice.deleteMany({ where: { teamId: team.id } });
    await moveEnd(team.id, 23);
    await announceEnding();
    const [one] = announcements;
    await createVote({ teamId: team.id, announcementId: one.id, personId: members[0].personId });
    expect(await unseenNotices(members[0])).toMatchObject([{ kind: "round-closing", left: 1, by: null }]);

    await createVote({ teamId: team.id, announcementId: announcements[1].id, personId: members[0].personId });

    expect(await unseenNotices(members[0])).toEqual([]);
  });

  it("keeps to the team, and to the conference that is asked for", async () => {
    const { lead, members, conference } = world;
    const [member] = members;
    const other = await createTeamViewer();
    await testDb().membership.create({ data: { teamId: other.teamId, personId: member.personId } });
    await openRound(lead, termsIn(conference, 48));

    expect(await unseenNotices(member, conference.slug)).toHaveLength(1);
    expect(await unseenNotices(member, (await createConference()).slug)).toEqual([]);
    expect(await unseenNotices({ ...other, personId: member.personId })).toEqual([]);
    expect(await unseenNotices(lead)).toEqual([]);
  });

  it("leaves out what this version does not know, and stops at twenty", async () => {
    const { members } = world;
    for (let n = 0; n < 25; n += 1) await tellPeople(testDb(), reminder());
    await testDb().notice.updateMany({ where: { personId: members[0].personId }, data: { kind: "reminder" } });
    expect(await unseenNotices(members[0])).toHaveLength(1);

    for (let n = 0; n < 25; n += 1) await tellPeople(testDb(), { ...reminder(), event: randomUUID() });
    expect(await unseenNotices(members[0])).toHaveLength(20);

    await testDb().notice.updateMany({ where: { personId: members[0].personId }, data: { kind: "horoscope" } });
    expect(await unseenNotices(members[0])).toEqual([]);
  });
});

describe("markNoticesSeen", () => {
  it("takes what was shown and what was before it, and leaves what came later", async () => {
    const { lead, members, conference } = world;
    const [member, other] = members;
    await openRound(lead, termsIn(conference, 48));
    await changeRound(lead, { ...termsIn(conference, 72), was: 1 });
    const [shown] = await unseenNotices(member);
    await closeRound(lead, { conference: conference.slug, was: 2 });

    const ask = { upTo: shown?.id ?? "", conference: null };
    expect(await markNoticesSeen(member, ask)).toEqual({ ok: true, value: null });
    expect(await markNoticesSeen(member, ask)).toEqual({ ok: true, value: null });

    expect((await unseenNotices(member)).map(({ kind }) => kind)).toEqual(["round-closed"]);
    expect(await unseenNotices(other)).toHaveLength(1);
    expect(await testDb().notice.count({ where: { personId: member.personId, seenAt: null } })).toBe(1);
  });

  it("takes those of one conference alone", async () => {
    const { lead, members, conference } = world;
    const elsewhere = await setUpTeam();
    await openRound(lead, termsIn(conference, 48));
    await openRound(lead, termsIn(elsewhere.conference, 48));
    const [newest] = await unseenNotices(members[0]);

    await markNoticesSeen(members[0], { upTo: newest?.id ?? "", conference: elsewhere.conference.slug });

    expect(await unseenNotices(members[0])).toMatchObject([{ conference: { slug: conference.slug } }]);
  });

  it.each(["", "latest", "1e3", "-1", "9".repeat(30)])("finds no notice called %j", async (upTo) => {
    expect(await markNoticesSeen(world.lead, { upTo, conference: null })).toMatchObject({
      problem: { kind: "not-found" },
    });
  });
});

function reminder(): Telling {
  const { team, lead, conference } = world;
  return {
    kind: "reminder",
    data: {},
    teamId: team.id,
    actorId: lead.personId,
    conferenceId: conference.id,
    subject: { type: "conference", id: conference.id },
    event: `reminder/${team.id}/${conference.id}`,
  };
}
