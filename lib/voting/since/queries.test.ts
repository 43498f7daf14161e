import { beforeEach, describe, expect, it } from "vitest";

import type { Announcement, Conference, Team } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";
import {
  createAnnouncement,
  createComment,
  createConference,
  createRound,
  createTeam,
  createVote,
} from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { castVote, withdrawVote } from "../commands";
import { reopenDecision, settleDecision } from "../decisions/commands";
import { recordDelivery } from "../decisions/delivery";
import { changeRound, closeRound, openRound } from "../rounds/commands";
import { moveEnd, termsIn } from "../rounds/testing";
import type { Choice } from "../types";

import { readSince } from "./queries";
import { awayFor, leave, toldTo, viewerCalled } from "./testing";

let team: Team;
let me: TeamViewer;
let priya: TeamViewer;
let conference: Conference;
let announcements: Announcement[];

beforeEach(async () => {
  team = await createTeam();
  me = await createTeamViewer({ team });
  priya = await viewerCalled(team, "Priya Nair");
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
    await leave(me);
    await cast(priya, 0, "adopt");
    await cast(priya, 1, "adopt");
    await cast(priya, 2, "ignore");

    expect(await toldTo(me)).toEqual([
      { kind: "marked", conference: placeOf(conference), marks: 3, mostly: "adopt", by: "Priya Nair" },
    ]);
    await cast(priya, 3, "investigate");
    expect(await toldTo(me)).toMatchObject([{ marks: 4, mostly: null }]);
  });

  it("names one mark alone, what was changed, and counts what was withdrawn", async () => {
    for (const index of [1, 2]) await cast(priya, index, "investigate");
    await leave(me);
    await cast(priya, 0, "adopt");
    await cast(priya, 1, "ignore");
    await withdrawVote(priya, { announcementId: idOf(2) });

    expect(await toldTo(me)).toEqual(
      expect.arrayContaining([
        { kind: "marked-one", announcement: place(0), choice: "adopt", by: "Priya Nair" },
        { kind: "changed", announcement: place(1), from: "investigate", to: "ignore", by: "Priya Nair" },
        { kind: "withdrew", conference: placeOf(conference), marks: 1, by: "Priya Nair" },
      ]),
    );
  });

  it("tells nothing of what was changed and changed back, of a note alone, and of what I did", async () => {
    await cast(priya, 0, "adopt");
    await leave(me);
    await cast(priya, 0, "ignore");
    await cast(priya, 0, "adopt");
    await castVote(priya, { announcementId: idOf(0), choice: "adopt", note: "Cheaper." });
    await cast(priya, 1, "adopt");
    await withdrawVote(priya, { announcementId: idOf(1) });
    await cast(me, 2, "adopt");
    await createComment({ teamId: team.id, announcementId: idOf(2), authorId: me.personId });

    expect(await toldTo(me)).toEqual([]);
  });

  it("tells of each decision the last word, and mine stands for what others said before", async () => {
    const lead = await viewerCalled(team, "Ewan Fraser", "lead");
    const other = await viewerCalled(team, "Ruth Adler", "lead");
    await leave(lead);
    await settle(other, 0, "ignore", "No SQL Server left");
    await settle(other, 1, "adopt", "");
    await reopenDecision(other, { announcementId: idOf(1), was: null });
    await settle(other, 2, "adopt", "");
    await reopenDecision(lead, { announcementId: idOf(2), was: null });

    expect(await toldTo(lead)).toEqual([
      { kind: "reopened", announcement: place(1), by: "Ruth Adler" },
      { kind: "settled", announcement: place(0), choice: "ignore", reason: "No SQL Server left", by: "Ruth Adler" },
    ]);
  });

  it("tells how a decision is carried out beside what was decided, the last of it", async () => {
    const lead = await viewerCalled(team, "Ewan Fraser", "lead");
    const carryOn = (index: number, was: string, delivery: string) =>
      recordDelivery(lead, { announcementId: idOf(index), was, delivery, on: "" });
    await leave(me);
    await settle(lead, 0, "adopt", "");
    await carryOn(0, "planned", "started");
    await carryOn(0, "started", "done");

    expect(await toldTo(me)).toEqual([
      { kind: "delivered", announcement: place(0), delivery: "done", by: "Ewan Fraser" },
      { kind: "settled", announcement: place(0), choice: "adopt", reason: "", by: "Ewan Fraser" },
    ]);
  });

  it("tells of comments by announcement, with what was said when it was said once, and not of what was deleted", async () => {
    await leave(me);
    const about = (index: number) => ({ teamId: team.id, announcementId: idOf(index), authorId: priya.personId });
    await createComment({ ...about(0), body: "Does it\n\nlapse in March?" });
    for (const body of ["One.", "Two.", "Three."]) await createComment({ ...about(1), body });
    const { id } = await createComment({ ...about(2), body: "Never mind." });
    await testDb().comment.update({ where: { id }, data: { deletedAt: new Date(), body: "" } });

    expect(await toldTo(me)).toEqual([
      { kind: "commented", announcement: place(1), comments: 3, excerpt: null, by: "Priya Nair" },
      { kind: "commented", announcement: place(0), comments: 1, excerpt: "Does it lapse in March?", by: "Priya Nair" },
    ]);
  });

  it("tells of rounds and of new announcements, but not of another team's", async () => {
    const lead = await viewerCalled(team, "Ewan Fraser", "lead");
    const stranger = await createTeamViewer({ role: "lead" });
    await leave(me);
    await openRound(lead, termsIn(conference, 48));
    await changeRound(lead, { ...termsIn(conference, 72), was: 1 });
    await openRound(stranger, termsIn(conference, 48));
    await castVote(stranger, { announcementId: idOf(0), choice: "adopt" });

    expect(await toldTo(me)).toMatchObject([{ kind: "round-extended", conference: placeOf(conference) }]);
    await closeRound(lead, { conference: conference.slug, was: 2 });
    expect(await toldTo(me)).toMatchObject([{ kind: "round-closed", by: "Ewan Fraser" }]);

    await createAnnouncement({ conferenceId: conference.id });
    await createAnnouncement({ conferenceId: conference.id });
    expect((await toldTo(me))[0]).toEqual({
      ...{ kind: "announced", conference: placeOf(conference), announcements: 2, by: null },
    });
  });

  it("tells that a round ended by its time, once it has", async () => {
    const lead = await viewerCalled(team, "Ewan Fraser", "lead");
    await createRound({ teamId: team.id, conferenceId: conference.id, openedById: lead.personId });
    await leave(me);
    expect(await toldTo(me)).toEqual([]);

    await awayFor(me, 60);
    await moveEnd(team.id, -0.5);

    expect(await toldTo(me)).toContainEqual({ kind: "round-closed", conference: placeOf(conference), by: null });
  });

  it("counts what was merged on once, as on what it was merged into", async () => {
    await cast(priya, 0, "adopt");
    await leave(me);
    const moved = { teamId: team.id, announcementId: idOf(0), personId: priya.personId };
    await testDb().vote.delete({ where: { teamId_announcementId_personId: moved } });
    await testDb().merge.create({
      data: {
        ...{ keptId: idOf(1), droppedId: idOf(0), droppedSlug: slugOf(0), droppedTitle: "Number 0" },
        ...{ mergedById: me.personId, remembered: {} },
      },
    });
    await createVote({ ...moved, announcementId: idOf(1) });

    expect(await toldTo(me)).toEqual([]);
  });

  it("shows twenty lines, and up to a hundred to whoever asks", async () => {
    await leave(me);
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

async function cast(viewer: TeamViewer, index: number, choice: Choice): Promise<void> {
  await castVote(viewer, { announcementId: idOf(index), choice });
}

async function settle(viewer: TeamViewer, index: number, choice: Choice, reason: string): Promise<void> {
  await settleDecision(viewer, { announcementId: idOf(index), choice, reason, was: null });
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
