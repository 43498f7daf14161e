import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, it } from "vitest";

import { recount } from "@/lib/db/check";
import { createAnnouncement, createComment, createSource } from "@/lib/testing/builders";
import { resetDatabase, testDatabaseUrl, testDb } from "@/lib/testing/database";
import { readThread } from "@/lib/threads/queries";
import { castVote } from "@/lib/voting/commands";
import { voteHistory } from "@/lib/voting/queries";

import { mergeAnnouncements } from "./commands";
import { anotherLead, decide, everyRow, link, makeScene, mark, mention, merge, type Scene } from "./testing";

let scene: Scene;

beforeEach(async () => {
  await resetDatabase();
  scene = await makeScene();
});

describe("mergeAnnouncements", () => {
  it("counts somebody who marked both once, with the newer mark and its note", async () => {
    const { one, other, teams } = scene;
    const [{ lead, member }, elsewhere] = teams;
    await mark(lead, one, { choice: "ignore", note: "Too dear.", minute: 1 });
    await mark(lead, other, { choice: "adopt", note: "Cheaper now.", minute: 2 });
    await mark(member, one, { choice: "investigate", note: "Stays.", minute: 9 });
    await mark(member, other, { choice: "adopt", minute: 3 });
    await mark(elsewhere.member, other, { choice: "ignore", note: "Not for us.", minute: 4 });

    await merge(lead, one, other);

    const votes = await testDb().vote.findMany({ where: { announcementId: one.id }, orderBy: { note: "asc" } });
    expect(votes.map(({ choice, note, personId }) => [choice, note, personId])).toEqual([
      ["adopt", "Cheaper now.", lead.personId],
      ["ignore", "Not for us.", elsewhere.member.personId],
      ["investigate", "Stays.", member.personId],
    ]);
    expect(await testDb().vote.count()).toBe(3);
    expect(await recount(testDatabaseUrl())).toEqual([]);
  });

  it("shows the older marks in the history of the kept one, and adds none", async () => {
    const { one, other, teams } = scene;
    const [{ lead }] = teams;
    await castVote(lead, { announcementId: one.id, choice: "ignore", note: "Too dear." });
    await castVote(lead, { announcementId: other.id, choice: "adopt", note: "Cheaper now." });

    await merge(lead, one, other);

    const history = await voteHistory(lead, one.id);
    expect(history.map(({ choice, note }) => [choice, note])).toEqual([
      ["adopt", "Cheaper now."],
      ["ignore", "Too dear."],
    ]);
  });

  it("moves comments with their ids, times and authors", async () => {
    const { one, other, teams } = scene;
    const [{ lead, member }] = teams;
    const about = { teamId: lead.teamId, authorId: member.personId };
    const first = await createComment({ ...about, announcementId: other.id, body: "First" });
    const second = await createComment({ ...about, announcementId: one.id, body: "Second" });

    await merge(lead, one, other);

    const { comments } = await readThread(lead, one.id);
    expect(comments.map(({ id, body, createdAt }) => [id, body, createdAt])).toEqual([
      [first.id, "First", first.createdAt.toISOString()],
      [second.id, "Second", second.createdAt.toISOString()],
    ]);
    expect(await recount(testDatabaseUrl())).toEqual([]);
  });

  it("lets the newer decision of each team stand", async () => {
    const { one, other, teams } = scene;
    const [{ lead }, elsewhere] = teams;
    await decide(lead, one, { choice: "adopt", minute: 1 });
    await decide(lead, other, { choice: "ignore", minute: 2 });
    await decide(elsewhere.lead, other, { choice: "investigate", minute: 3 });

    await merge(lead, one, other);

    const decisions = await testDb().decision.findMany({ orderBy: { decidedAt: "asc" } });
    expect(decisions.map(({ choice, reason, announcementId }) => [choice, reason, announcementId])).toEqual([
      ["ignore", "Because of 2", one.id],
      ["investigate", "Because of 3", one.id],
    ]);
  });

  it("joins mentions by source, links by canonical address and services, behind those that are there", async () => {
    const { one, other, teams } = scene;
    const [{ lead }] = teams;
    const shared = await createSource();
    await mention(one, { sourceId: shared.id, excerpt: "It is quiet.", take: "Buy." });
    await mention(other, { sourceId: shared.id, excerpt: "It is also cool.", take: "Buy." });
    const alone = await mention(other, { take: "Wait." });
    await link(one, "https://example.com/a");
    await link(other, "https://example.com/b");
    await link(other, "https://example.com/a", 1);

    await merge(lead, one, other);

    const { mentions, links, mentionCount, serviceNames } = await testDb().announcement.findUniqueOrThrow({
      where: { id: one.id },
      include: { mentions: true, links: { orderBy: { position: "asc" } } },
    });
    expect(new Map(mentions.map(({ sourceId, excerpt, take }) => [sourceId, [excerpt, take]]))).toEqual(
      new Map([
        [shared.id, ["It is quiet.\n\nIt is also cool.", "Buy."]],
        [alone, ["", "Wait."]],
      ]),
    );
    expect(links.map(({ url }) => url)).toEqual(["https://example.com/a", "https://example.com/b"]);
    expect([mentionCount, serviceNames]).toEqual([2, ["Block Disks", "Fans"]]);
    expect(await recount(testDatabaseUrl())).toEqual([]);
  });

  it("keeps the kept one's own words and figures, and takes figures where it has none", async () => {
    const { teams, one } = scene;
    const figures = [{ text: "half the noise", kind: "other", value: null, unit: null }];
    const { conferenceId } = one;
    const loud = await createAnnouncement({ conferenceId, title: "Loud", summary: "Ours.", category: "storage" });
    const figured = await createAnnouncement({ conferenceId, title: "Figured", figures, category: "compute" });
    const vendors = await createAnnouncement({
      conferenceId,
      figures: [{ ...figures[0], text: "more" }],
      vendorId: "v-7",
    });

    await merge(teams[0].lead, loud, figured);
    await merge(teams[0].lead, loud, vendors);

    const kept = await testDb().announcement.findUniqueOrThrow({ where: { id: loud.id } });
    expect(kept).toMatchObject({ title: "Loud", summary: "Ours.", category: "storage", slug: loud.slug });
    expect([kept.figures, kept.vendorId]).toEqual([figures, "v-7"]);
  });

  it("records who merged what", async () => {
    const { one, other, teams } = scene;
    const [{ lead, member }] = teams;
    await mark(member, other, { minute: 1 });

    await merge(lead, one, other);

    const [event] = await testDb().auditEvent.findMany();
    expect(event).toMatchObject({ action: "announcement.merged", subjectId: one.id, actorId: lead.personId });
    expect(event?.data).toMatchObject({
      droppedId: other.id,
      dropped: other.title,
      marks: 1,
      markedBoth: 0,
      comments: 0,
    });
  });

  it("has a part for every table that points to announcements", async () => {
    const { PARTS } = await import("./parts");
    const pointing = await testDb().$queryRaw<{ place: string }[]>`
      SELECT concat(conrelid::regclass, '.', attname) AS place
      FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY(conkey)
      WHERE contype = 'f' AND confrelid = 'announcement'::regclass`;

    const parts = PARTS.filter(({ table }) => !["announcement", "mention_before"].includes(table)).map(
      ({ table, column }) => `${table}.${column}`,
    );
    expect(pointing.map(({ place }) => place).toSorted()).toEqual(parts.toSorted());
  });
});

describe("a merge that cannot be", () => {
  it.each<[string, () => Promise<{ keep: string; drop: string }>, string]>([
    ["itself", async () => ({ keep: scene.one.id, drop: scene.one.id.toUpperCase() }), "cannot be merged with itself"],
    ["nothing", async () => ({ keep: scene.one.id, drop: randomUUID() }), "no such announcement"],
    ["no id", async () => ({ keep: scene.one.id, drop: "x" }), "no such announcement"],
    [
      "one of another conference",
      async () => ({ keep: scene.one.id, drop: (await createAnnouncement()).id }),
      "two conferences",
    ],
    [
      "what was merged already",
      async () => {
        await merge(scene.teams[1].lead, scene.one, scene.other);
        const third = await createAnnouncement({ conferenceId: scene.one.conferenceId });
        return { keep: third.id, drop: scene.other.id };
      },
      "“Disks, quieter” was merged into “Quieter disks” already",
    ],
    [
      "into what was merged already",
      async () => {
        await merge(scene.teams[1].lead, scene.one, scene.other);
        const third = await createAnnouncement({ conferenceId: scene.one.conferenceId });
        return { keep: scene.other.id, drop: third.id };
      },
      "“Disks, quieter” was merged into “Quieter disks” already",
    ],
  ])("with %s is refused with a sentence, and nothing changes", async (_what, pairOf, sentence) => {
    const pair = await pairOf();
    const before = await everyRow();

    const refused = await mergeAnnouncements(scene.teams[0].lead, pair);

    expect(refused).toMatchObject({ ok: false, problem: { message: expect.stringContaining(sentence) } });
    expect(await everyRow()).toEqual(before);
  });

  it("is done once by a lead who asks twice", async () => {
    const { one, other, teams } = scene;
    const asked = { keep: one.id, drop: other.id };

    const answers = await Promise.all([1, 2].map(() => mergeAnnouncements(teams[0].lead, asked)));

    expect(answers[0]).toEqual(answers[1]);
    expect(await testDb().merge.count()).toBe(1);
    expect(await testDb().auditEvent.count()).toBe(1);
  });

  it("lets one of two leads do it, either way round, and tells the other", async () => {
    const { one, other, teams } = scene;
    const second = await anotherLead(teams[0].lead);

    const answers = await Promise.all([
      mergeAnnouncements(teams[0].lead, { keep: one.id, drop: other.id }),
      mergeAnnouncements(second, { keep: other.id, drop: one.id }),
    ]);

    const refused = answers.find(({ ok }) => !ok);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refused).toMatchObject({ problem: { kind: "conflict", message: expect.stringContaining("already") } });
    expect(await testDb().announcement.count()).toBe(1);
  });
});
