import { beforeEach, describe, expect, it } from "vitest";

import { recount } from "@/lib/db/check";
import type { TeamViewer } from "@/lib/identity/types";
import {
  createAnnouncement,
  createComment,
  createConference,
  createMember,
  createPerson,
  createRound,
  createTeam,
} from "@/lib/testing/builders";
import { resetDatabase, testDatabaseUrl, testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";
import { deleteComment } from "@/lib/threads/commands";
import { castVote, withdrawVote } from "@/lib/voting/commands";
import { reopenDecision, settleDecision } from "@/lib/voting/decisions/commands";
import { readTeamMarks } from "@/lib/voting/marks";

import { fileSchema, type TransferFile } from "./schema/file";
import { bringIn, exportedText } from "./testing";

beforeEach(resetDatabase);

/** A team with two marks, a comment and a decision, and the file of them; and a second team here to bring it into. */
async function setUp() {
  const team = await createTeam({ name: "Giver" });
  const giver = await createTeamViewer({ team, role: "lead" });
  const ewan = await createTeamViewer({ team });
  const conference = await createConference();
  const announcement = await createAnnouncement({ conferenceId: conference.id });
  const announcementId = announcement.id;
  await castVote(giver, { announcementId, choice: "adopt", note: "Cheaper" });
  await castVote(ewan, { announcementId, choice: "ignore", note: "Not for us" });
  await createComment({ teamId: team.id, announcementId, authorId: ewan.personId, body: "Why?" });
  await settleDecision(giver, { announcementId, choice: "adopt", reason: "Saves.", was: null });
  const text = await exportedText(giver, conference.slug);
  const taker = await createTeamViewer({ role: "lead" });
  return { giver, ewan, conference, announcementId, text, taker, file: () => fileSchema.parse(JSON.parse(text)) };
}

function votesOf({ teamId }: TeamViewer) {
  return testDb().vote.findMany({ where: { teamId }, orderBy: { choice: "asc" }, include: { person: true } });
}

function voteOf(file: TransferFile, person: string) {
  const vote = file.votes.find((one) => one.person === person);
  if (!vote) throw new Error("no vote");
  return vote;
}

function minutesAfter(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}

describe("bringing a file into another team", () => {
  it("finds members by e-mail, and keeps everybody else as a named author, whatever account they have elsewhere", async () => {
    const { ewan, taker, text } = await setUp();
    await createMember({
      team: await testDb().team.findUniqueOrThrow({ where: { id: taker.teamId } }),
      person: await personOf(ewan),
    });

    expect(await bringIn(taker, text)).toMatchObject({
      value: {
        announcements: { added: 0, known: 1 },
        people: { members: 1, authors: 0, newAuthors: 1 },
        votes: { added: 2 },
      },
    });

    const [adopt, ignore] = await votesOf(taker);
    expect(ignore?.personId).toBe(ewan.personId);
    expect(adopt?.person).toMatchObject({ authorIn: taker.teamId, passwordHash: null });
    expect(await testDb().tally.findFirst({ where: { teamId: taker.teamId } })).toMatchObject({
      ...{ adopt: 1, investigate: 0, ignore: 1, comments: 1 },
    });
    expect(await testDb().voteEvent.count({ where: { teamId: taker.teamId } })).toBe(2);
    expect(await testDb().decision.findFirst({ where: { teamId: taker.teamId } })).toMatchObject({ reason: "Saves." });
    expect(await recount(testDatabaseUrl())).toEqual([]);
    expect(await testDb().auditEvent.count({ where: { teamId: taker.teamId, action: "team.transferred" } })).toBe(1);
  });

  it("leaves the first team's own as it is, and comes twice as once", async () => {
    const { giver, taker, text, conference, announcementId } = await setUp();
    await bringIn(taker, text);
    const again = await bringIn(taker, text);

    expect(again).toMatchObject({
      value: {
        people: { authors: 2, newAuthors: 0 },
        votes: { kept: 2 },
        comments: { kept: 1 },
        decisions: { kept: 1 },
        history: 0,
      },
    });
    expect(await testDb().comment.count({ where: { teamId: taker.teamId } })).toBe(1);
    const before: TransferFile = fileSchema.parse(JSON.parse(text));
    const now = fileSchema.parse(JSON.parse(await exportedText(giver, conference.slug)));
    expect({ ...now, about: null }).toEqual({ ...before, about: null });
    expect(await readTeamMarks(taker, announcementId)).toMatchObject({ members: 1, waiting: { total: 1 } });
  });

  it("is refused to members, and to whoever comes while another file is brought in", async () => {
    const { ewan, taker, text } = await setUp();
    expect(await bringIn(ewan, text)).toMatchObject({ problem: { kind: "forbidden" } });
    const both = await Promise.all([bringIn(taker, text), bringIn(taker, text)]);
    expect(both.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    expect(await votesOf(taker)).toHaveLength(2);
  });

  it("finds an announcement by the vendor's id or its link, and none by what several carry", async () => {
    const { taker, file } = await setUp();
    const link = (url: string) => [{ url, kind: "announcement" as const }];
    const copy = file();
    const [one] = copy.announcements;
    if (!one) throw new Error("no announcement");
    const id = (n: number) => `11111111-1111-4111-8111-11111111111${n}`;
    copy.conference.slug = "other-conf";
    copy.announcements = [
      { ...one, id: id(1), slug: "by-vendor", vendorId: "v1", links: [] },
      { ...one, id: id(2), slug: "by-link", links: link("https://aws.amazon.com/a/?x=1") },
      { ...one, id: id(3), slug: "shared-1", links: link("https://aws.amazon.com/s") },
      { ...one, id: id(4), slug: "shared-2", links: link("https://aws.amazon.com/s") },
    ];
    Object.assign(copy, { votes: [], voteEvents: [], comments: [], decisions: [], decisionEvents: [] });
    const { id: conferenceId } = await createConference({ slug: "other-conf" });
    const vendor = await createAnnouncement({ conferenceId, vendorId: "v1" });
    const linked = await createAnnouncement({ conferenceId, slug: "shared-1" });
    await testDb().announcementLink.createMany({
      data: ["a", "s"].map((page) => ({
        ...{ announcementId: linked.id, url: `http://aws.amazon.com/${page}` },
        canonicalUrl: `https://aws.amazon.com/${page}`,
      })),
    });

    expect(await bringIn(taker, copy)).toMatchObject({ value: { announcements: { added: 2, known: 2 } } });

    const here = await testDb().announcement.findMany({ where: { conferenceId }, orderBy: { slug: "asc" } });
    expect(here.map(({ id: which }) => which)).toContain(vendor.id);
    expect(here.map(({ slug }) => slug).filter((slug) => slug.startsWith("shared"))).toEqual([
      "shared-1",
      "shared-1-2",
      "shared-2",
    ]);
  });
});

describe("what is here already", () => {
  it("stands where it was changed later, and gives way where the file's was", async () => {
    const { giver, ewan, file } = await setUp();
    const copy = file();
    const [mine, his] = [voteOf(copy, giver.personId), voteOf(copy, ewan.personId)];
    Object.assign(mine, { choice: "investigate", updatedAt: minutesAfter(mine.updatedAt, -1) });
    Object.assign(his, { choice: "investigate", updatedAt: minutesAfter(his.updatedAt, 1) });

    expect(await bringIn(giver, copy)).toMatchObject({ value: { votes: { added: 0, changed: 1, kept: 1 } } });

    expect((await votesOf(giver)).map(({ choice, personId }) => [choice, personId])).toEqual([
      ["adopt", giver.personId],
      ["investigate", ewan.personId],
    ]);
    expect(await recount(testDatabaseUrl())).toEqual([]);
  });

  it("stays taken back, reopened and deleted when that was done since", async () => {
    const { giver, ewan, announcementId, text } = await setUp();
    await withdrawVote(ewan, { announcementId });
    const decision = await testDb().decision.findFirstOrThrow();
    await reopenDecision(giver, { announcementId, was: decision.decidedAt.toISOString(), why: "" });
    const comment = await testDb().comment.findFirstOrThrow();
    await deleteComment(giver, { id: comment.id });
    expect(await testDb().decision.count()).toBe(0);

    expect(await bringIn(giver, text)).toMatchObject({
      value: { votes: { added: 0 }, decisions: { added: 0 }, history: 0 },
    });

    expect(await votesOf(giver)).toHaveLength(1);
    expect(await testDb().decision.count()).toBe(0);
    expect(await testDb().comment.findFirst()).toMatchObject({ body: "", deletedById: giver.personId });
    expect(await recount(testDatabaseUrl())).toEqual([]);
  });

  it("keeps its round; a round that comes is over, and hides nothing", async () => {
    const { giver, taker, conference, file } = await setUp();
    const given = { teamId: giver.teamId, conferenceId: conference.id, openedById: giver.personId, isBlind: true };
    await createRound({ ...given, quorum: 3 });
    const copy = fileSchema.parse(JSON.parse(await exportedText(giver, conference.slug)));
    expect(copy.round).toMatchObject({ closedAt: null, quorum: 3 });

    expect(await bringIn(taker, copy)).toMatchObject({ value: { round: "brought" } });
    const brought = await testDb().round.findFirstOrThrow({ where: { teamId: taker.teamId } });
    expect(brought).toMatchObject({ quorum: 3, closedAt: new Date(copy.about.at) });

    const copyOfClosed = file();
    copyOfClosed.round = { ...copy.round, quorum: 9, closedAt: copy.about.at } as never;
    expect(await bringIn(giver, copyOfClosed)).toMatchObject({ value: { round: "kept" } });
    expect(await testDb().round.findFirstOrThrow({ where: { teamId: giver.teamId } })).toMatchObject({
      ...{ quorum: 3, closedAt: null },
    });
  });

  it("takes people of one address for one person, who has one mark", async () => {
    const { taker, file, ewan, giver } = await setUp();
    const copy = file();
    const emails = new Set(copy.people.map((person) => (person.email = "one@example.com")));
    expect(emails.size).toBe(1);
    voteOf(copy, ewan.personId).updatedAt = minutesAfter(voteOf(copy, giver.personId).updatedAt, 1);

    expect(await bringIn(taker, copy)).toMatchObject({
      value: { people: { newAuthors: 1 }, votes: { added: 1, kept: 1 } },
    });
    expect(await votesOf(taker)).toMatchObject([{ choice: "ignore" }]);
  });
});

function personOf({ personId }: TeamViewer) {
  return testDb().person.findUniqueOrThrow({ where: { id: personId } });
}

describe("an account of another team", () => {
  it("is never written under, even by somebody who knows its address", async () => {
    const { taker, file } = await setUp();
    const victim = await createPerson({ email: "victim@example.com" });
    const copy = file();
    for (const person of copy.people) person.email = "victim@example.com";

    await bringIn(taker, copy);

    expect(await testDb().vote.count({ where: { personId: victim.id } })).toBe(0);
    expect(await testDb().comment.count({ where: { authorId: victim.id } })).toBe(0);
  });
});
