import { randomUUID } from "node:crypto";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { mergeAnnouncements } from "@/lib/catalogue/merging/commands";
import { withClient } from "@/lib/db/connection";
import type { Announcement, Conference } from "@/lib/db/generated/client";
import { removeMember } from "@/lib/identity/people";
import type { TeamViewer } from "@/lib/identity/types";
import { createAnnouncement, createConference, createRound, createTeam } from "@/lib/testing/builders";
import { resetDatabase, testDatabaseUrl, testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";
import { addComment, deleteComment } from "@/lib/threads/commands";
import { castVote, saveNote, withdrawVote } from "@/lib/voting/commands";
import { reopenDecision, settleDecision } from "@/lib/voting/decisions/commands";

import { Hub, STREAMS_OF_PERSON } from "./hub";
import { readMoment } from "./moment";
import { openPage, type OpenPage } from "./testing";
import type { Standing } from "./types";

let hubs: Hub[] = [];
let conference: Conference;
let one: Announcement;
let lead: TeamViewer;
let member: TeamViewer;

beforeEach(async () => {
  await resetDatabase();
  conference = await createConference();
  one = await createAnnouncement({ conferenceId: conference.id });
  const team = await createTeam();
  lead = await createTeamViewer({ team, role: "lead" });
  member = await createTeamViewer({ team });
});

afterEach(async () => {
  await Promise.all(hubs.map((hub) => hub.close()));
  hubs = [];
});

describe("a page that is open", () => {
  it("is told what others do, through another process on the same database", async () => {
    const [here, there] = [hub(), hub()];
    const pages = [await openPage(here, lead), await openPage(there, lead)];
    const about = { announcementId: one.id };

    await castVote(member, { ...about, choice: "adopt" });
    await told(pages, { marks: 1, tally: { adopt: 1, investigate: 0, ignore: 0 }, lean: "adopt" });
    await castVote(member, { ...about, choice: "ignore" });
    await told(pages, { marks: 1, tally: { adopt: 0, investigate: 0, ignore: 1 }, lean: "ignore" });
    const id = randomUUID();
    await addComment(member, { id, ...about, body: "What would it cost?" });
    await told(pages, { comments: 1 });
    await deleteComment(member, { id });
    await told(pages, { comments: 0 });
    await settleDecision(lead, { ...about, choice: "investigate", reason: "First", was: null });
    await told(pages, { decision: "investigate" });
    await reopenDecision(lead, { ...about, was: null });
    await told(pages, { decision: null });
    await withdrawVote(member, about);
    await told(pages, { marks: 0, lean: null });

    for (const page of pages) expect(page.text()).not.toMatch(/What would it cost|First/);
  });

  it("is told of a decision on what nobody has marked, and that it was taken back", async () => {
    const page = await openPage(hub(), member);

    await settleDecision(lead, { announcementId: one.id, choice: "adopt", reason: "", was: null });
    await told([page], { marks: 0, decision: "adopt" });
    await reopenDecision(lead, { announcementId: one.id, was: null });
    await told([page], { marks: 0, decision: null });
  });

  it("is told one's own mark from another window, and nobody else's", async () => {
    const process = hub();
    const [mine, theirs] = [await openPage(process, member), await openPage(process, lead)];

    await castVote(member, { announcementId: one.id, choice: "adopt", note: "Because it is cheap." });
    await told([mine], { mine: { choice: "adopt", note: "Because it is cheap." } });
    await saveNote(member, { announcementId: one.id, note: "Because.", was: "Because it is cheap." });
    await told([mine], { mine: { choice: "adopt", note: "Because." } });
    await withdrawVote(member, { announcementId: one.id });
    await told([mine], { mine: null });

    expect(theirs.text()).not.toMatch(/mine|Because/);
  });

  it("is told how many announcements there are when some come or are merged", async () => {
    const page = await openPage(hub(), member);

    const other = await createAnnouncement({ conferenceId: conference.id });
    await page.until(hasConference(2));
    expect(await mergeAnnouncements(lead, { keep: one.id, drop: other.id })).toMatchObject({ ok: true });
    await page.until(hasConference(1));
  });

  it("is told at once of much that changes at once, and of more only that it is much", async () => {
    const page = await openPage(hub(), lead);
    await manyAnnouncements(950);

    await markAll(member, 120);
    await page.until(({ standings }) => standings().length === 120);
    expect(page.events.some(({ kind }) => kind === "reload")).toBe(false);

    await markAll(member, 950);
    await page.until(({ events }) => events.some(({ kind }) => kind === "reload"));
  });

  it("is told of a round: opened, changed, and closed by its time", async () => {
    const process = hub();
    const page = await openPage(process, member);
    const [teamId, conferenceId, openedById] = [lead.teamId, conference.id, lead.personId];
    const round = await createRound({ teamId, conferenceId, openedById, quorum: 3 });
    await page.until(hasRound("open"));

    // Time runs out without a row being written.
    const closesAt = new Date(Date.now() - 1000);
    await testDb().$transaction([
      testDb().$executeRaw`SET LOCAL session_replication_role = replica`,
      testDb().round.update({ where: { id: round.id }, data: { closesAt } }),
    ]);
    await process.beat();
    await page.until(hasRound("closed"));
  });

  it("hears nothing of another team", async () => {
    const stranger = await createTeamViewer();
    const process = hub();
    const page = await openPage(process, stranger);
    const own = await openPage(process, lead);

    await castVote(member, { announcementId: one.id, choice: "adopt" });
    await told([own], { marks: 1 });
    await castVote(stranger, { announcementId: one.id, choice: "ignore" });
    await told([page], { marks: 1, tally: { adopt: 0, investigate: 0, ignore: 1 } });

    expect(page.standings()).toHaveLength(1);
  });
});

describe("a page that was away", () => {
  it("catches up when the connection that listens was cut", async () => {
    const page = await openPage(hub(), lead);
    await castVote(member, { announcementId: one.id, choice: "adopt" });
    await told([page], { marks: 1 });

    await withClient(testDatabaseUrl(), async (client) => {
      await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'debrief live' AND datname = current_database()`,
      );
      await client.query("UPDATE vote SET choice = 'ignore'");
    });

    await told([page], { tally: { adopt: 0, investigate: 0, ignore: 1 } });
    await castVote(member, { announcementId: one.id, choice: "investigate" });
    await told([page], { tally: { adopt: 0, investigate: 1, ignore: 0 } });
  });

  it("is told on coming back what it missed, its own marks too", async () => {
    const first = hub();
    const before = await openPage(first, member);
    await castVote(lead, { announcementId: one.id, choice: "adopt" });
    await told([before], { marks: 1 });
    await first.close();
    expect(before.isEnded()).toBe(true);
    await castVote(member, { announcementId: one.id, choice: "ignore" });

    const page = await openPage(hub(), member, readMoment(before.lastId()));

    await told([page], { marks: 2, mine: { choice: "ignore", note: "" } });
    await page.until(hasConference(1));
  });

  it("is told to look again when too much changed", async () => {
    await manyAnnouncements(250);
    await markAll(member, 250);

    const page = await openPage(hub(), lead, Date.now());

    await page.until(({ events }) => events.some(({ kind }) => kind === "reload"));
    expect(page.standings()).toEqual([]);
  });
});

describe("a page of somebody who may not listen", () => {
  it("ends when they are taken out of the team", async () => {
    const process = hub();
    const [theirs, other] = [await openPage(process, member), await openPage(process, lead)];

    await removeMember(lead, { personId: member.personId });
    await castVote(lead, { announcementId: one.id, choice: "adopt" });
    await told([other], { marks: 1 });

    expect(theirs.isEnded()).toBe(true);
    expect(theirs.standings()).toEqual([]);
    expect(await process.open(member, null)).toMatchObject({ problem: { kind: "not-found" } });
  });

  it.each([
    ["signed out everywhere", { sessionVersion: 2 }],
    ["deactivated", { deactivatedAt: new Date() }],
  ])("ends when they are %s", async (_how, data) => {
    const page = await openPage(hub(), member);

    await testDb().person.update({ where: { id: member.personId }, data });

    await page.until(({ isEnded }) => isEnded());
  });

  it("is refused beyond twenty of one person, and welcome when one is closed", async () => {
    const process = hub();
    const pages: OpenPage[] = [];
    for (let n = 0; n < STREAMS_OF_PERSON; n += 1) pages.push(await openPage(process, member));

    expect(await process.open(member, null)).toMatchObject({ problem: { kind: "rate-limited", retryAfter: 60 } });
    await pages[0]?.close();
    expect(await process.open(member, null)).toMatchObject({ ok: true });
  });
});

function hub(): Hub {
  const made = new Hub(testDatabaseUrl());
  hubs.push(made);
  return made;
}

function told(pages: readonly OpenPage[], standing: Partial<Standing>): Promise<unknown> {
  const isTold = (page: OpenPage) => {
    const last = page.standings().at(-1);
    return last !== undefined && JSON.stringify({ ...last, ...standing }) === JSON.stringify(last);
  };
  return Promise.all(pages.map((page) => page.until(isTold)));
}

function hasRound(state: "open" | "closed") {
  return ({ events }: OpenPage) => events.findLast((event) => event.kind === "conference")?.round?.state === state;
}

function hasConference(announcements: number) {
  return ({ events }: OpenPage) => {
    const last = events.findLast((event) => event.kind === "conference");
    return last?.conference === conference.slug && last.announcements === announcements;
  };
}

async function manyAnnouncements(count: number): Promise<void> {
  await testDb().$executeRaw`
    INSERT INTO announcement (slug, title, category, conference_id)
    SELECT 'many-' || n, 'Many ' || n, 'compute', ${conference.id}::uuid FROM generate_series(1, ${count}::int) AS n`;
}

/** One statement, as marking a selection is. */
async function markAll({ teamId, personId }: TeamViewer, count: number): Promise<void> {
  await testDb().$executeRaw`
    INSERT INTO vote (team_id, announcement_id, person_id, choice)
    SELECT ${teamId}::uuid, id, ${personId}::uuid, 'adopt' FROM announcement WHERE slug LIKE 'many-%'
    ORDER BY slug LIMIT ${count}
    ON CONFLICT (team_id, announcement_id, person_id) DO UPDATE SET choice = 'ignore'`;
}
