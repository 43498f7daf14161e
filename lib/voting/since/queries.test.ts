import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";

import type { Announcement, Conference, Team } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";
import {
  createAnnouncement,
  createComment,
  createConference,
  createPerson,
  createRound,
  createTeam,
  createVote,
} from "@/lib/testing/builders";
import { createMember } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { castVote, withdrawVote } from "../commands";
import { reopenDecision, settleDecision } from "../decisions";
import { changeRound, closeRound, openRound } from "../rounds/commands";
import { moveEnd, termsIn } from "../rounds/testing";
import type { Choice } from "../types";

import { readSince } from "./queries";
import type { SinceLine } from "./types";
import { noteHere, sinceWhen } from "./visit";

let team: Team;
let me: TeamViewer;
let priya: TeamViewer;
let conference: Conference;
let announcements: Announcement[];

beforeEach(async () => {
  team = await createTeam();
  me = await createTeamViewer({ team });
  priya = await viewerCalled("Priya Nair");
  conference = await createConference();
  announcements = [];
  for (let index = 0; index < 5; index += 1) {
    announcements.push(await createAnnouncement({ conferenceId: conference.id, title: `Number ${index}` }));
  }
});

describe("readSince", () => {
  it("has nothing to tell on the first visit", async () => {
    await cast(priya, 0, "adopt");

    expect(await readSince(me)).toEqual({ since: null, lines: [], hasEarlier: false });
  });

  it("tells what somebody marked in one line, with what most of it is", async () => {
    await cast(priya, 4, "ignore");
    await leave();
    await cast(priya, 0, "adopt");
    await cast(priya, 1, "adopt");
    await cast(priya, 2, "ignore");

    expect(await lines()).toEqual([
      { kind: "marked", conference: placeOf(conference), marks: 3, mostly: "adopt", by: "Priya Nair" },
    ]);
    await cast(priya, 3, "investigate");
    expect(await lines()).toMatchObject([{ marks: 4, mostly: null }]);
  });

  it("names one mark alone, what was changed, and counts what was withdrawn", async () => {
    for (const index of [1, 2]) await cast(priya, index, "investigate");
    await leave();
    await cast(priya, 0, "adopt");
    await cast(priya, 1, "ignore");
    await withdrawVote(priya, { announcementId: idOf(2) });

    expect(await lines()).toEqual(
      expect.arrayContaining([
        { kind: "marked-one", announcement: place(0), choice: "adopt", by: "Priya Nair" },
        { kind: "changed", announcement: place(1), from: "investigate", to: "ignore", by: "Priya Nair" },
        { kind: "withdrew", conference: placeOf(conference), marks: 1, by: "Priya Nair" },
      ]),
    );
  });

  it("tells nothing of what was changed and changed back, of a note alone, and of what I did", async () => {
    await cast(priya, 0, "adopt");
    await leave();
    await cast(priya, 0, "ignore");
    await cast(priya, 0, "adopt");
    await castVote(priya, { announcementId: idOf(0), choice: "adopt", note: "Cheaper." });
    await cast(priya, 1, "adopt");
    await withdrawVote(priya, { announcementId: idOf(1) });
    await cast(me, 2, "adopt");
    await createComment({ teamId: team.id, announcementId: idOf(2), authorId: me.personId });

    expect(await lines()).toEqual([]);
  });

  it("tells of each decision the last word, and mine stands for what others said before", async () => {
    const lead = await viewerCalled("Ewan Fraser", "lead");
    const other = await viewerCalled("Ruth Adler", "lead");
    await leave(lead);
    await settle(other, 0, "ignore", "No SQL Server left");
    await settle(other, 1, "adopt", "");
    await reopenDecision(other, { announcementId: idOf(1), was: null });
    await settle(other, 2, "adopt", "");
    await reopenDecision(lead, { announcementId: idOf(2), was: null });

    expect(await lines(lead)).toEqual([
      { kind: "reopened", announcement: place(1), by: "Ruth Adler" },
      { kind: "settled", announcement: place(0), choice: "ignore", reason: "No SQL Server left", by: "Ruth Adler" },
    ]);
  });

  it("tells of comments by announcement, with what was said when it was said once, and not of what was deleted", async () => {
    await leave();
    const about = (index: number) => ({ teamId: team.id, announcementId: idOf(index), authorId: priya.personId });
    await createComment({ ...about(0), body: "Does it\n\nlapse in March?" });
    for (const body of ["One.", "Two.", "Three."]) await createComment({ ...about(1), body });
    const { id } = await createComment({ ...about(2), body: "Never mind." });
    await testDb().comment.update({ where: { id }, data: { deletedAt: new Date(), body: "" } });

    expect(await lines()).toEqual([
      { kind: "commented", announcement: place(1), comments: 3, excerpt: null, by: "Priya Nair" },
      { kind: "commented", announcement: place(0), comments: 1, excerpt: "Does it lapse in March?", by: "Priya Nair" },
    ]);
  });

  it("tells of rounds and of new announcements, but not of another team's", async () => {
    const lead = await viewerCalled("Ewan Fraser", "lead");
    const stranger = await createTeamViewer({ role: "lead" });
    await leave();
    await openRound(lead, termsIn(conference, 48));
    await changeRound(lead, { ...termsIn(conference, 72), was: 1 });
    await openRound(stranger, termsIn(conference, 48));
    await castVote(stranger, { announcementId: idOf(0), choice: "adopt" });

    expect(await lines()).toMatchObject([{ kind: "round-extended", conference: placeOf(conference) }]);
    await closeRound(lead, { conference: conference.slug, was: 2 });
    expect(await lines()).toMatchObject([{ kind: "round-closed", by: "Ewan Fraser" }]);

    await createAnnouncement({ conferenceId: conference.id });
    await createAnnouncement({ conferenceId: conference.id });
    expect((await lines())[0]).toEqual({
      ...{ kind: "announced", conference: placeOf(conference), announcements: 2, by: null },
    });
  });

  it("tells that a round ended by its time, once it has", async () => {
    const lead = await viewerCalled("Ewan Fraser", "lead");
    await createRound({ teamId: team.id, conferenceId: conference.id, openedById: lead.personId });
    await leave();
    expect(await lines()).toEqual([]);

    await awayFor(60);
    await moveEnd(team.id, -0.5);

    expect(await lines()).toContainEqual({ kind: "round-closed", conference: placeOf(conference), by: null });
  });

  it("counts what was merged on once, as on what it was merged into", async () => {
    await cast(priya, 0, "adopt");
    await leave();
    const moved = { teamId: team.id, announcementId: idOf(0), personId: priya.personId };
    await testDb().vote.delete({ where: { teamId_announcementId_personId: moved } });
    await testDb().merge.create({
      data: {
        ...{ keptId: idOf(1), droppedId: idOf(0), droppedSlug: slugOf(0), droppedTitle: "Number 0" },
        ...{ mergedById: me.personId, remembered: {} },
      },
    });
    await createVote({ ...moved, announcementId: idOf(1) });

    expect(await lines()).toEqual([]);
  });

  it("shows twenty lines, and up to a hundred to whoever asks", async () => {
    await leave();
    for (let index = 0; index < 23; index += 1) {
      const { id } = await createAnnouncement({ conferenceId: conference.id, title: `More ${index}` });
      await createComment({ teamId: team.id, announcementId: id, authorId: priya.personId });
    }

    const first = await readSince(me);
    const all = await readSince(me, { isAll: true });

    expect([first.lines.length, first.hasEarlier]).toEqual([20, true]);
    // The announcements are a line of their own.
    expect([all.lines.length, all.hasEarlier]).toEqual([24, false]);
  });
});

describe("in a blind round", () => {
  it("tells how many somebody marked, and what of it only once everything of it is seen", async () => {
    await createRound({ ...inTeam(), openedById: me.personId, isBlind: true });
    await leave();
    await cast(priya, 0, "adopt");
    await cast(priya, 1, "adopt");

    expect(await lines()).toMatchObject([{ kind: "marked", marks: 2, mostly: null }]);
    await cast(me, 0, "ignore");
    expect(await lines()).toMatchObject([{ kind: "marked", marks: 2, mostly: null }]);
    await cast(me, 1, "ignore");
    expect(await lines()).toMatchObject([{ kind: "marked", marks: 2, mostly: "adopt" }]);
  });

  it("tells the same whatever is hidden: choices, notes, changes of mind", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(mark(), { maxLength: 6 }),
        fc.array(fc.nat(4), { maxLength: 2 }),
        async (acts, mine) => {
          const worlds = [];
          for (const which of ["one", "other"] as const) worlds.push(await worldOf(acts, mine, which));

          expect(worlds[0]).toEqual(worlds[1]);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe("a visit", () => {
  it("lasts through reloads, and is what the next one begins after", async () => {
    await noteHere(me);
    expect(await sinceWhen(me)).toBeNull();

    await awayFor(31);
    const left = await hereAt();
    expect(await sinceWhen(me)).toEqual(left);
    await noteHere(me);
    await noteHere(me);
    expect(await sinceWhen(me)).toEqual(left);

    await awayFor(20);
    await noteHere(me);
    expect(await sinceWhen(me)).toEqual(left);

    await awayFor(31);
    const again = await hereAt();
    await noteHere(me);
    expect(await sinceWhen(me)).toEqual(again);
  });

  it("is one's own, and the team's", async () => {
    await noteHere(me);
    const elsewhere = await createTeam();
    await createMember({
      team: elsewhere,
      person: await testDb().person.findUniqueOrThrow({ where: { id: me.personId } }),
    });

    await awayFor(31);

    expect(await sinceWhen(priya)).toBeNull();
    expect(await sinceWhen({ ...me, teamId: elsewhere.id })).toBeNull();
  });
});

type Act = { by: number; on: number; choices: readonly [Choice, Choice]; hidden: readonly Choice[]; note: string };

/** A mark that both worlds see as it is, or, where it is hidden, that is made and changed differently in each. */
function mark(): fc.Arbitrary<Act> {
  const choice = fc.constantFrom<Choice>("adopt", "investigate", "ignore");
  return fc.record({
    by: fc.nat(1),
    on: fc.nat(4),
    choices: fc.tuple(choice, choice),
    hidden: fc.array(choice, { maxLength: 2 }),
    note: fc.string(),
  });
}

/** What is told in a blind round in which others do the same to what I have marked, and something else to the rest. */
async function worldOf(acts: readonly Act[], mine: readonly number[], which: "one" | "other") {
  team = await createTeam();
  me = await createTeamViewer({ team });
  const others = [await viewerCalled("Priya Nair"), await viewerCalled("Tomás Rivera")] as const;
  await createRound({ ...inTeam(), openedById: me.personId, isBlind: true });
  for (const on of mine) await cast(me, on, "adopt");
  await leave();
  for (const { by, on, choices, hidden, note } of acts) {
    const who = others[by];
    const announcementId = idOf(on);
    if (!who) continue;
    const isHidden = !mine.includes(on);
    const choice = choices[isHidden && which === "other" ? 1 : 0];
    await castVote(who, { announcementId, choice, ...(isHidden && which === "other" && { note: note.slice(0, 100) }) });
    if (isHidden && which === "other") for (const next of hidden) await castVote(who, { announcementId, choice: next });
  }
  return lines();
}

async function viewerCalled(name: string, role: "member" | "lead" = "member"): Promise<TeamViewer> {
  const person = await createPerson({ name });
  await createMember({ team, person, role });
  const { id: personId, email, isAdmin } = person;
  return { personId, name, email, isAdmin, teamId: team.id, teamSlug: team.slug, teamName: team.name, role };
}

/** What is told, without what differs from run to run. */
async function lines(viewer = me) {
  return (await readSince(viewer)).lines.map(({ by, ...line }) => ({ ...without(line), by: by && by.name }));
}

function without(line: Omit<SinceLine, "by">): object {
  return Object.fromEntries(Object.entries(line).filter(([name]) => name !== "id" && name !== "at"));
}

/** Lets the viewer have been here a moment ago, and have left. */
async function leave(viewer = me): Promise<void> {
  await testDb().$executeRaw`
    UPDATE membership SET here_at = now(), since_at = now()
    WHERE team_id = ${team.id}::uuid AND person_id = ${viewer.personId}::uuid`;
  // Times are kept in milliseconds: what happens now must not have happened at that very moment.
  await testDb().$executeRaw`SELECT pg_sleep(0.002)`;
}

async function awayFor(minutes: number): Promise<void> {
  await testDb().$executeRaw`
    UPDATE membership SET here_at = here_at - ${minutes} * interval '1 minute'
    WHERE team_id = ${team.id}::uuid AND person_id = ${me.personId}::uuid`;
}

async function hereAt(): Promise<Date | null> {
  const where = { teamId_personId: { teamId: team.id, personId: me.personId } };
  return (await testDb().membership.findUniqueOrThrow({ where })).hereAt;
}

async function cast(viewer: TeamViewer, index: number, choice: Choice): Promise<void> {
  await castVote(viewer, { announcementId: idOf(index), choice });
}

async function settle(viewer: TeamViewer, index: number, choice: Choice, reason: string): Promise<void> {
  await settleDecision(viewer, { announcementId: idOf(index), choice, reason, was: null });
}

function inTeam() {
  return { teamId: team.id, conferenceId: conference.id };
}

function idOf(index: number): string {
  return announcements[index]?.id ?? "";
}

function slugOf(index: number): string {
  return announcements[index]?.slug ?? "";
}

function place(index: number) {
  return { slug: slugOf(index), name: `Number ${index}` };
}

function placeOf({ slug, name }: Conference) {
  return { slug, name };
}
