import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, it } from "vitest";

import { recount } from "@/lib/db/check";
import { createAnnouncement } from "@/lib/testing/builders";
import { resetDatabase, testDatabaseUrl, testDb } from "@/lib/testing/database";
import { addComment } from "@/lib/threads/commands";
import { castVote, saveNote, withdrawVote } from "@/lib/voting/commands";
import { reopenDecision, settleDecision } from "@/lib/voting/decisions/commands";

import { withFreeSlugs } from "../announcement-slugs";
import { publishImport } from "../imports/publish-import";
import { resolveCandidate } from "../imports/review-commands";
import { readIn } from "../imports/testing";
import { undoPublish } from "../imports/undo-publish";

import { undoMerge } from "./commands";
import { readKept } from "./queries";
import { everyRow, link, makeScene, mark, merge, type Scene } from "./testing";

let scene: Scene;

beforeEach(async () => {
  await resetDatabase();
  scene = await makeScene();
});

describe("what still names the dropped one", () => {
  it("leads to the kept one in one step, along a chain too, until the merge is undone", async () => {
    const { one, other, teams } = scene;
    const [{ lead, member }] = teams;
    const third = await createAnnouncement({ conferenceId: one.conferenceId });
    const first = await merge(lead, one, other);
    expect(await readKept(member, other.slug)).toBe(one.slug);

    const second = await merge(lead, third, one);
    expect([await readKept(member, other.slug), await readKept(member, one.slug)]).toEqual([third.slug, third.slug]);

    await undoMerge(lead, { mergeId: second });
    expect([await readKept(member, other.slug), await readKept(member, one.slug)]).toEqual([one.slug, null]);
    await undoMerge(lead, { mergeId: first });
    expect(await readKept(member, other.slug)).toBeNull();
  });

  it("marks, notes, comments and decides the kept one", async () => {
    const { one, other, teams } = scene;
    const [{ lead, member }] = teams;
    await merge(lead, one, other);
    const announcementId = other.id;

    expect(await castVote(member, { announcementId, choice: "adopt" })).toMatchObject({
      value: { announcementId: one.id, mine: { choice: "adopt" }, marked: 1 },
    });
    expect(await saveNote(member, { announcementId, note: "Cheaper.", was: "" })).toMatchObject({ ok: true });
    expect(await addComment(member, { id: randomUUID(), announcementId, body: "Here?" })).toMatchObject({ ok: true });
    const settled = await settleDecision(lead, { announcementId, choice: "adopt", reason: "", was: null });
    expect(settled).toMatchObject({ ok: true });
    expect(await testDb().vote.findMany()).toMatchObject([{ announcementId: one.id, note: "Cheaper." }]);
    expect(await testDb().comment.findMany()).toMatchObject([{ announcementId: one.id }]);

    expect(await reopenDecision(lead, { announcementId, was: null })).toMatchObject({ ok: true });
    expect(await testDb().decision.count()).toBe(0);
    expect(await withdrawVote(member, { announcementId })).toMatchObject({
      value: { announcementId: one.id, mine: null },
    });
  });

  it("loses no mark that is stored while they are merged", async () => {
    const { one, other, teams } = scene;
    const [{ lead, member }, elsewhere] = teams;
    const everybody = [lead, member, elsewhere.lead, elsewhere.member];
    await mark(member, other, { choice: "ignore", minute: 1 });
    await mark(elsewhere.member, one, { choice: "ignore", minute: 1 });

    const [, ...stored] = await Promise.all([
      merge(lead, one, other),
      ...everybody.map((viewer) => castVote(viewer, { announcementId: other.id, choice: "adopt" })),
      ...everybody.map((viewer) =>
        addComment(viewer, { id: randomUUID(), announcementId: other.id, body: "Meanwhile" }),
      ),
    ]);

    expect(stored.filter(({ ok }) => !ok)).toEqual([]);
    const votes = await testDb().vote.findMany();
    expect(votes.map(({ choice, announcementId }) => [choice, announcementId])).toEqual(
      everybody.map(() => ["adopt", one.id]),
    );
    expect(await testDb().comment.count({ where: { announcementId: one.id } })).toBe(4);
    expect(await recount(testDatabaseUrl())).toEqual([]);
  });

  it("keeps its address from what is made later", async () => {
    const { one, teams } = scene;
    const other = await createAnnouncement({ conferenceId: one.conferenceId, slug: "quiet-fans" });
    await merge(teams[0].lead, one, other);

    const [named] = await testDb().$transaction((tx) => withFreeSlugs(tx, "conf", [{ title: "Quiet fans" }]));

    expect(named?.slug).toBe("quiet-fans-conf");
  });
});

describe("an import after a merge", () => {
  it.each(["by its link", "by its title"])(
    "meets the kept one where it would have met the dropped one %s",
    async (by) => {
      const { one, teams } = scene;
      const [{ lead }] = teams;
      const titled = by === "by its title" ? "EBS gp3 volumes" : "Storage news";
      const dropped = await createAnnouncement({ conferenceId: one.conferenceId, title: titled });
      if (by === "by its link") await link(dropped, "https://aws.amazon.com/about-aws/whats-new/2020/12/gp3");
      await merge(lead, one, dropped);

      const [candidate] = await readPostIn();

      expect(candidate?.match).toMatchObject({
        announcementId: one.id,
        reason: by === "by its title" ? "same title" : "same link",
      });
    },
  );

  it("publishes what was reviewed before the merge into the kept one", async () => {
    const { one, other, teams } = scene;
    const [{ lead }] = teams;
    const [candidate] = await readPostIn();
    const chosen = { ...CHOICE, candidateId: candidate?.id ?? "", version: 1, announcementId: other.id };
    expect(await resolveCandidate(lead, chosen)).toMatchObject({ ok: true });

    await merge(lead, one, other);
    const { importId } = await testDb().candidate.findFirstOrThrow();
    expect(await publishImport(lead, importId)).toMatchObject({ ok: true });

    expect(await testDb().mention.findMany()).toMatchObject([{ announcementId: one.id }]);
  });

  it("is not taken back while what it published is merged", async () => {
    const { one, teams } = scene;
    const [{ lead }] = teams;
    const { importId } = await publishPost();
    const made = await testDb().announcement.findFirstOrThrow({ where: { importId } });
    const before = await everyRow();
    const mergeId = await merge(lead, one, made);

    expect(await undoPublish(lead, importId)).toMatchObject({
      problem: { kind: "conflict", message: expect.stringContaining("was merged into “Quieter disks” since") },
    });

    await undoMerge(lead, { mergeId });
    expect(await everyRow()).toEqual(before);
    expect(await undoPublish(lead, importId)).toMatchObject({ ok: true });
    expect(await recount(testDatabaseUrl())).toEqual([]);
  });

  it("keeps what a newer edition says, through a merge and its undo", async () => {
    const { one, teams } = scene;
    const [{ lead }] = teams;
    const { importId } = await publishPost();
    const made = await testDb().announcement.findMany({ where: { importId }, include: { mentions: true } });
    const [first, second] = made;
    if (!first || !second) throw new Error("Nothing was published.");
    const mentions = [...first.mentions, ...second.mentions].map(({ id }) => id);
    const said = mentions.map((mentionId) => ({ importId, mentionId, excerpt: "As it was." }));
    await testDb().mentionBefore.createMany({ data: said });
    const before = await everyRow();

    const mergeId = await merge(lead, first, second);
    expect(await testDb().mention.count({ where: { announcementId: first.id } })).toBe(1);
    await undoMerge(lead, { mergeId });

    expect(await everyRow()).toEqual(before);
    await undoMerge(lead, { mergeId: await merge(lead, one, second) });
    expect(await everyRow()).toEqual(before);
  });

  it("takes a choice of the dropped one for the kept one", async () => {
    const { one, other, teams } = scene;
    const [{ lead }] = teams;
    const [candidate] = await readPostIn();
    await merge(lead, one, other);

    const chosen = { ...CHOICE, candidateId: candidate?.id ?? "", version: 1, announcementId: other.id };

    expect(await resolveCandidate(lead, chosen)).toMatchObject({ value: { match: { announcementId: one.id } } });
  });

  const CHOICE = {
    resolution: "merge",
    title: undefined,
    category: undefined,
    availability: undefined,
    services: undefined,
  };

  async function publishPost() {
    const { lead } = scene.teams[0];
    await readPostIn();
    const { importId } = await testDb().candidate.findFirstOrThrow();
    expect(await publishImport(lead, importId, { open: "accept" })).toMatchObject({ ok: true });
    return { importId };
  }

  async function readPostIn() {
    const { lead } = scene.teams[0];
    const { slug } = await testDb().conference.findUniqueOrThrow({ where: { id: scene.one.conferenceId } });
    return (await readIn(lead, slug)).candidates;
  }
});
