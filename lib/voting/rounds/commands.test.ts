import { describe, expect, it } from "vitest";

import type { Conference, Team } from "@/lib/db/generated/client";
import { createConference, createVote } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { changeRound, closeRound, openRound, reopenRound } from "./commands";
import { moveEnd, setUpTeam, termsIn, toldIn } from "./testing";

describe("openRound", () => {
  it("opens a round, on the record, and tells everybody but who opened it", async () => {
    const { team, lead, members, conference } = await setUpTeam();

    const result = await openRound(lead, termsIn(conference, 48));

    expect(result).toMatchObject({ ok: true, value: { timeZone: "Asia/Tokyo", told: 2 } });
    expect(await roundOf(team, conference)).toMatchObject({ quorum: 2, isBlind: false, closedAt: null, version: 1 });
    expect(await toldIn(team.id)).toEqual(members.map(({ personId }) => ({ personId, kind: "round-opened" })));
    expect(await auditOf(team)).toEqual(["round.opened"]);
  });

  it("takes a double click for one round", async () => {
    const { team, lead, conference } = await setUpTeam();
    const terms = termsIn(conference, 48);

    const results = await Promise.all([openRound(lead, terms), openRound(lead, terms)]);

    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await auditOf(team)).toEqual(["round.opened"]);
    expect(await toldIn(team.id)).toHaveLength(2);
  });

  it("does not open a second one over another lead's", async () => {
    const { team, lead, conference } = await setUpTeam();
    const other = await createTeamViewer({ team, role: "lead" });
    await openRound(other, termsIn(conference, 48));

    const result = await openRound(lead, { ...termsIn(conference, 48), quorum: "3" });

    expect(result).toMatchObject({ problem: { kind: "conflict", message: expect.stringContaining("already") } });
    expect(await roundOf(team, conference)).toMatchObject({ quorum: 2 });
  });

  it.each([
    ["a day that is past", { date: "2020-01-08" }, "date"],
    ["a day in ten years", { date: "2036-01-08" }, "date"],
    ["a day that no calendar has", { date: "2027-02-30" }, "date"],
    ["no day", { date: "" }, "date"],
    ["an hour that is none", { time: "25:00" }, "time"],
    ["an hour that clocks skip", { date: "2027-03-28", time: "01:30", timeZone: "Europe/London" }, "time"],
    ["a zone that is none", { timeZone: "Mars/Olympus" }, "timeZone"],
    ["no zone", { timeZone: "" }, "timeZone"],
    ["a quorum of nobody", { quorum: "0" }, "quorum"],
    ["a quorum of more than there are", { quorum: "4" }, "quorum"],
    ["a quorum in words", { quorum: "most" }, "quorum"],
    ["half a quorum", { quorum: "1.5" }, "quorum"],
  ])("refuses %s by its field, and stores nothing", async (_, wrong, field) => {
    const { team, lead, conference } = await setUpTeam();

    const result = await openRound(lead, { ...termsIn(conference, 48), ...wrong });

    expect(result).toMatchObject({ problem: { kind: "invalid", fields: { [field]: expect.any(String) } } });
    expect(await roundOf(team, conference)).toBeNull();
    expect(await toldIn(team.id)).toEqual([]);
  });

  it("opens none where there is nothing to mark, and finds no conference that is not there", async () => {
    const { lead } = await setUpTeam();
    const empty = await createConference();

    expect(await openRound(lead, termsIn(empty, 48))).toMatchObject({
      problem: { message: expect.stringContaining("nothing to mark") },
    });
    expect(await openRound(lead, termsIn({ slug: "nowhere" }, 48))).toMatchObject({ problem: { kind: "not-found" } });
    expect(await openRound(lead, termsIn({ slug: "../no slug" }, 48))).toMatchObject({
      problem: { kind: "not-found" },
    });
  });

  it("lets a team of one have a round, with nobody to tell", async () => {
    const lead = await createTeamViewer({ role: "lead" });
    const { conference } = await setUpTeam();

    expect(await openRound(lead, { ...termsIn(conference, 48), quorum: "2" })).toMatchObject({
      problem: { fields: { quorum: "The team has one member. Choose a quorum of 1." } },
    });
    expect(await openRound(lead, { ...termsIn(conference, 48), quorum: "1" })).toMatchObject({ value: { told: 0 } });
  });
});

describe("changeRound", () => {
  it.each([
    [72, { moved: "later", isLifted: false }],
    [24, { moved: "earlier", isLifted: false }],
  ])("moves the end to %i hours from now and tells the others", async (hours, data) => {
    const { team, lead, conference } = await setUpTeam();
    await openRound(lead, termsIn(conference, 48));

    const result = await changeRound(lead, { ...termsIn(conference, hours), was: 1 });

    expect(result).toMatchObject({ ok: true, value: { told: 2 } });
    const [, , ...told] = await testDb().notice.findMany({ where: { teamId: team.id }, orderBy: { id: "asc" } });
    expect(told).toMatchObject([
      { kind: "round-changed", data },
      { kind: "round-changed", data },
    ]);
  });

  it("changes a quorum without telling anybody", async () => {
    const { team, lead, conference } = await setUpTeam();
    const terms = termsIn(conference, 48);
    await openRound(lead, terms);

    expect(await changeRound(lead, { ...terms, quorum: "3", was: 1 })).toMatchObject({ value: { told: 0 } });
    expect(await roundOf(team, conference)).toMatchObject({ quorum: 3 });
    expect(await toldIn(team.id)).toHaveLength(2);
  });

  it("changes nothing when nothing is different, and takes a double click for one change", async () => {
    const { team, lead, conference } = await setUpTeam();
    const terms = termsIn(conference, 48);
    await openRound(lead, terms);
    const later = { ...termsIn(conference, 72), was: 1 };

    expect(await changeRound(lead, { ...terms, was: 1 })).toMatchObject({ value: { told: 0 } });
    expect(await Promise.all([changeRound(lead, later), changeRound(lead, later)])).toMatchObject([
      { ok: true },
      { ok: true },
    ]);

    expect(await auditOf(team)).toEqual(["round.opened", "round.changed"]);
    expect(await toldIn(team.id)).toHaveLength(4);
  });

  it("does not overwrite what another lead changed since the form was filled", async () => {
    const { team, lead, conference } = await setUpTeam();
    const other = await createTeamViewer({ team, role: "lead" });
    await openRound(lead, termsIn(conference, 48));
    await changeRound(other, { ...termsIn(conference, 72), quorum: "3", was: 1 });

    const result = await changeRound(lead, { ...termsIn(conference, 96), was: 1 });

    expect(result).toMatchObject({ problem: { kind: "conflict", message: expect.stringContaining("quorum of 3") } });
    expect(await roundOf(team, conference)).toMatchObject({ quorum: 3, version: 2 });
  });

  it("does not change a round whose time has passed", async () => {
    const { team, lead, conference } = await setUpTeam();
    await openRound(lead, termsIn(conference, 48));
    await moveEnd(team.id, -1);

    const result = await changeRound(lead, { ...termsIn(conference, 72), was: 1 });

    expect(result).toMatchObject({
      problem: { kind: "conflict", message: expect.stringContaining("closed meanwhile") },
    });
  });

  it("lifts the blind and says so, and never puts it on marks that were seen", async () => {
    const { team, lead, members, conference, announcements } = await setUpTeam();
    const blind = { ...termsIn(conference, 48), isBlind: true };
    await openRound(lead, blind);
    await createVote({ teamId: team.id, announcementId: announcements[0].id, personId: members[0].personId });

    expect(await changeRound(lead, { ...blind, quorum: "1", was: 1 })).toMatchObject({ ok: true });
    expect(await changeRound(lead, { ...blind, isBlind: false, was: 2 })).toMatchObject({ value: { told: 2 } });
    expect(await testDb().notice.findFirst({ where: { teamId: team.id, kind: "round-changed" } })).toMatchObject({
      data: { moved: null, isLifted: true },
    });
    expect(await changeRound(lead, { ...blind, was: 3 })).toMatchObject({
      problem: { kind: "invalid", fields: { isBlind: expect.any(String) } },
    });
    expect(await roundOf(team, conference)).toMatchObject({ isBlind: false });
  });

  it("puts the blind on while nobody has marked", async () => {
    const { team, lead, conference } = await setUpTeam();
    await openRound(lead, termsIn(conference, 48));

    expect(await changeRound(lead, { ...termsIn(conference, 48), isBlind: true, was: 1 })).toMatchObject({ ok: true });
    expect(await roundOf(team, conference)).toMatchObject({ isBlind: true });
  });
});

describe("a round whose announcements were all taken back", () => {
  it("can be changed and closed, and not reopened", async () => {
    const { lead, conference } = await setUpTeam();
    await openRound(lead, termsIn(conference, 48));
    await testDb().announcement.deleteMany({ where: { conferenceId: conference.id } });
    const ask = { conference: conference.slug };

    expect(await changeRound(lead, { ...termsIn(conference, 24), was: 1 })).toMatchObject({ ok: true });
    expect(await closeRound(lead, { ...ask, was: 2 })).toMatchObject({ ok: true });
    expect(await reopenRound(lead, { ...termsIn(conference, 24), was: 3 })).toMatchObject({ ok: false });
  });
});

describe("closeRound and reopenRound", () => {
  it("close once, and reopen with a new closing time, telling the others each time", async () => {
    const { team, lead, conference } = await setUpTeam();
    await openRound(lead, termsIn(conference, 48));
    const ask = { conference: conference.slug, was: 1 };

    expect(await Promise.all([closeRound(lead, ask), closeRound(lead, ask)])).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
    const reopening = { ...termsIn(conference, 96), was: 2 };
    expect(await Promise.all([reopenRound(lead, reopening), reopenRound(lead, reopening)])).toMatchObject([
      { ok: true },
      { ok: true },
    ]);

    expect(await roundOf(team, conference)).toMatchObject({ closedAt: null, version: 3 });
    expect(await auditOf(team)).toEqual(["round.opened", "round.closed", "round.reopened"]);
    expect((await toldIn(team.id)).map(({ kind }) => kind)).toEqual([
      ...["round-opened", "round-opened", "round-closed", "round-closed", "round-reopened", "round-reopened"],
    ]);
  });

  it("reopen what closed by its time, which the form need not have seen", async () => {
    const { team, lead, conference } = await setUpTeam();
    await openRound(lead, termsIn(conference, 48));
    await moveEnd(team.id, -1);

    expect(await closeRound(lead, { conference: conference.slug, was: 1 })).toMatchObject({ value: { told: 0 } });
    expect(await reopenRound(lead, { ...termsIn(conference, -1), was: 1 })).toMatchObject({
      problem: { fields: { date: expect.stringContaining("past") } },
    });
    expect(await reopenRound(lead, { ...termsIn(conference, 48), was: 1 })).toMatchObject({ ok: true });
  });

  it("keep a blind round blind when the lead wants, and a visible one visible", async () => {
    const { team, lead, members, conference, announcements } = await setUpTeam();
    const blind = { ...termsIn(conference, 48), isBlind: true };
    await openRound(lead, blind);
    await createVote({ teamId: team.id, announcementId: announcements[0].id, personId: members[0].personId });
    await closeRound(lead, { conference: conference.slug, was: 1 });

    expect(await reopenRound(lead, { ...blind, was: 2 })).toMatchObject({ ok: true });
    await changeRound(lead, { ...blind, isBlind: false, was: 3 });
    await closeRound(lead, { conference: conference.slug, was: 4 });
    expect(await reopenRound(lead, { ...blind, was: 5 })).toMatchObject({
      problem: { fields: { isBlind: expect.any(String) } },
    });
  });

  it("do not close what another lead has changed, and find no round where there is none", async () => {
    const { team, lead, conference } = await setUpTeam();
    expect(await closeRound(lead, { conference: conference.slug, was: 1 })).toMatchObject({
      problem: { kind: "not-found" },
    });
    await openRound(lead, termsIn(conference, 48));
    await changeRound(lead, { ...termsIn(conference, 72), was: 1 });

    expect(await closeRound(lead, { conference: conference.slug, was: 1 })).toMatchObject({
      problem: { kind: "conflict" },
    });
    expect(await reopenRound(lead, { ...termsIn(conference, 96), was: 2 })).toMatchObject({
      problem: { kind: "conflict" },
    });
    expect(await roundOf(team, conference)).toMatchObject({ closedAt: null, version: 2 });
  });

  it("are refused to members, and leave other teams' rounds alone", async () => {
    const { team, lead, members, conference } = await setUpTeam();
    const stranger = await createTeamViewer({ role: "lead" });
    await openRound(lead, termsIn(conference, 48));

    expect(await openRound(members[0], termsIn(conference, 48))).toMatchObject({ problem: { kind: "forbidden" } });
    expect(await changeRound(members[0], { ...termsIn(conference, 72), was: 1 })).toMatchObject({
      problem: { kind: "forbidden" },
    });
    expect(await closeRound(members[0], { conference: conference.slug, was: 1 })).toMatchObject({
      problem: { kind: "forbidden" },
    });
    expect(await closeRound(stranger, { conference: conference.slug, was: 1 })).toMatchObject({
      problem: { kind: "not-found" },
    });
    expect(await roundOf(team, conference)).toMatchObject({ version: 1 });
  });
});

function roundOf(team: Team, conference: Conference) {
  return testDb().round.findUnique({
    where: { teamId_conferenceId: { teamId: team.id, conferenceId: conference.id } },
  });
}

async function auditOf(team: Team): Promise<string[]> {
  const events = await testDb().auditEvent.findMany({ where: { teamId: team.id }, orderBy: { id: "asc" } });
  return events.map(({ action }) => action);
}
