import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";

import { recount } from "@/lib/db/check";
import { createAnnouncement, createComment, createSource } from "@/lib/testing/builders";
import { resetDatabase, testDatabaseUrl, testDb } from "@/lib/testing/database";
import { addComment, deleteComment } from "@/lib/threads/commands";
import { castVote, withdrawVote } from "@/lib/voting/commands";
import { reopenDecision, settleDecision } from "@/lib/voting/decisions/commands";
import { voteHistory } from "@/lib/voting/queries";

import { undoMerge } from "./commands";
import { decide, everyRow, link, makeScene, mark, mention, merge, type Scene } from "./testing";

let scene: Scene;

beforeEach(async () => {
  await resetDatabase();
  scene = await makeScene();
});

describe("undoMerge", () => {
  it("gives row for row what was before, whoever marked, said and decided what", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(doings, fc.boolean(), async (done, isOtherWay) => {
        await resetDatabase();
        scene = await makeScene();
        for (const doing of done) await doOnce(doing);
        const before = await everyRow();
        const { one, other, teams } = scene;
        const [keep, drop] = isOtherWay ? [other, one] : [one, other];
        const newest = newestMarks(before.vote ?? []);

        const mergeId = await merge(teams[0].lead, keep, drop);

        expect(newestMarks((await everyRow()).vote ?? [])).toEqual(newest);
        expect(await testDb().vote.count()).toBe(newest.length);
        expect(await recount(testDatabaseUrl())).toEqual([]);

        expect(await undoMerge(teams[1].lead, { mergeId })).toMatchObject({ ok: true });

        expect(await everyRow()).toEqual(before);
        expect(await recount(testDatabaseUrl())).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it("leaves on the kept one what people did since", async () => {
    const { one, other, teams } = scene;
    const [{ lead, member }, elsewhere] = teams;
    await mark(lead, one, { choice: "ignore", note: "Mine, of one.", minute: 1 });
    await mark(lead, other, { choice: "adopt", note: "Mine, of other.", minute: 2 });
    await mark(member, other, { choice: "adopt", minute: 3 });
    await mark(elsewhere.lead, one, { choice: "ignore", minute: 4 });
    await mark(elsewhere.lead, other, { choice: "adopt", minute: 5 });
    await decide(lead, other, { choice: "adopt", minute: 6 });
    await decide(elsewhere.lead, one, { choice: "ignore", minute: 7 });
    await decide(elsewhere.lead, other, { choice: "adopt", minute: 8 });
    const mergeId = await merge(lead, one, other);
    await castVote(lead, { announcementId: one.id, choice: "investigate" });
    await withdrawVote(elsewhere.lead, { announcementId: one.id });
    await addComment(member, { id: crypto.randomUUID(), announcementId: one.id, body: "After the merge." });
    const settled = { announcementId: one.id, choice: "investigate", reason: "Anew", was: "2020-01-02T08:06:00.000Z" };
    expect(await settleDecision(lead, settled)).toMatchObject({ ok: true });
    expect(await reopenDecision(elsewhere.lead, { announcementId: one.id, was: null })).toMatchObject({ ok: true });

    expect(await undoMerge(lead, { mergeId })).toMatchObject({ ok: true });

    expect(await marksOn(one.id)).toEqual([[lead.personId, "investigate", "Mine, of other."]]);
    expect(await marksOn(other.id)).toEqual(
      [
        [lead.personId, "adopt", "Mine, of other."],
        [member.personId, "adopt", ""],
        [elsewhere.lead.personId, "adopt", ""],
      ].toSorted(),
    );
    const decisions = await testDb().decision.findMany({ orderBy: { decidedAt: "asc" } });
    expect(decisions.map(({ announcementId, reason }) => [announcementId, reason])).toEqual([
      [other.id, "Because of 6"],
      [other.id, "Because of 8"],
      [one.id, "Anew"],
    ]);
    expect(await testDb().comment.count({ where: { announcementId: one.id } })).toBe(1);
    expect(await recount(testDatabaseUrl())).toEqual([]);
  });

  it("takes comments back as they are by then: what was deleted stays deleted", async () => {
    const { one, other, teams } = scene;
    const [{ lead, member }] = teams;
    const about = { teamId: lead.teamId, authorId: member.personId, announcementId: other.id };
    const { id } = await createComment(about);
    const mergeId = await merge(lead, one, other);
    await deleteComment(member, { id });

    await undoMerge(lead, { mergeId });

    expect(await testDb().comment.findMany()).toMatchObject([{ id, announcementId: other.id, body: "" }]);
    expect(await recount(testDatabaseUrl())).toEqual([]);
  });

  it("gives each its own history again", async () => {
    const { one, other, teams } = scene;
    const [{ lead }] = teams;
    await castVote(lead, { announcementId: one.id, choice: "ignore" });
    await castVote(lead, { announcementId: other.id, choice: "adopt" });

    await undoMerge(lead, { mergeId: await merge(lead, one, other) });

    expect((await voteHistory(lead, one.id)).map(({ choice }) => choice)).toEqual(["ignore"]);
    expect((await voteHistory(lead, other.id)).map(({ choice }) => choice)).toEqual(["adopt"]);
  });

  it("goes back from the last merge, a chain too", async () => {
    const { one, other, teams } = scene;
    const [{ lead, member }] = teams;
    const third = await createAnnouncement({ conferenceId: one.conferenceId, title: "Disks" });
    await mark(member, other, { minute: 1 });
    const before = await everyRow();
    const first = await merge(lead, one, other);
    const second = await merge(lead, third, one);

    const tooEarly = await undoMerge(lead, { mergeId: first });
    expect(tooEarly).toMatchObject({
      problem: {
        kind: "conflict",
        message: "“Quieter disks” was merged into “Disks” later. Undo that first, then this.",
      },
    });
    expect(await undoMerge(lead, { mergeId: second })).toMatchObject({ ok: true });
    expect(await undoMerge(lead, { mergeId: first })).toMatchObject({ ok: true });

    expect(await everyRow()).toEqual(before);
  });

  it.each(["0", "999", "x", "1e3", "9".repeat(30)])("says that there is no merge %s", async (mergeId) => {
    const before = await everyRow();

    expect(await undoMerge(scene.teams[0].lead, { mergeId })).toMatchObject({
      problem: { kind: "not-found", message: expect.stringContaining("undone already") },
    });
    expect(await everyRow()).toEqual(before);
  });

  it("is done once, however often it is asked for at once", async () => {
    const { one, other, teams } = scene;
    const before = await everyRow();
    const mergeId = await merge(teams[0].lead, one, other);

    const answers = await Promise.all([1, 2].map(() => undoMerge(teams[0].lead, { mergeId })));

    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await everyRow()).toEqual(before);
    const actions = await testDb().auditEvent.findMany({ select: { action: true }, orderBy: { id: "asc" } });
    expect(actions.map(({ action }) => action)).toEqual(["announcement.merged", "announcement.unmerged"]);
  });
});

const SOURCES = ["first", "second"];

type Doing = {
  what: "mark" | "unmark" | "comment" | "decide" | "mention" | "link";
  team: number;
  isLead: boolean;
  isOther: boolean;
  choice: "adopt" | "investigate" | "ignore";
  minute: number;
};

const doings = fc.array(
  fc.record<Doing>({
    what: fc.constantFrom("mark", "mark", "mark", "unmark", "comment", "decide", "mention", "link"),
    team: fc.integer({ min: 0, max: 1 }),
    isLead: fc.boolean(),
    isOther: fc.boolean(),
    choice: fc.constantFrom("adopt", "investigate", "ignore"),
    minute: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 24 },
);

/** What was done already is passed over. */
async function doOnce({ what, team, isLead, isOther, choice, minute }: Doing): Promise<void> {
  const cast = scene.teams[team === 0 ? 0 : 1];
  const viewer = isLead ? cast.lead : cast.member;
  const on = isOther ? scene.other : scene.one;
  const about = { teamId: viewer.teamId, announcementId: on.id };
  const mine = { ...about, personId: viewer.personId };
  if (what === "mark" && (await testDb().vote.count({ where: mine })) === 0) {
    await mark(viewer, on, { choice, note: `${choice} ${minute}`, minute });
  }
  if (what === "unmark") await testDb().vote.deleteMany({ where: mine });
  if (what === "comment") await createComment({ ...about, authorId: viewer.personId });
  if (what === "decide" && (await testDb().decision.count({ where: about })) === 0) {
    await decide(viewer, on, { choice, minute });
  }
  if (what === "mention") {
    const identity = SOURCES[minute % 2] ?? "";
    const source = (await testDb().source.findUnique({ where: { identity } })) ?? (await createSource({ identity }));
    const said = { announcementId: on.id, sourceId: source.id };
    if ((await testDb().mention.count({ where: said })) === 0) {
      await mention(on, { sourceId: source.id, excerpt: `Said ${choice}`, take: isLead ? `Take ${choice}` : "" });
    }
  }
  if (what === "link") {
    const url = `https://example.com/${minute}`;
    const there = await testDb().announcementLink.count({ where: { announcementId: on.id, canonicalUrl: url } });
    if (there === 0) await link(on, url, minute);
  }
}

/** When each person in each team last marked either, from rows as JSON. */
function newestMarks(rows: readonly string[]): string[] {
  const latest = new Map<string, string>();
  for (const row of rows) {
    const { team_id: team, person_id: person, updated_at: at } = JSON.parse(row);
    const key = `${team} ${person}`;
    if ((latest.get(key) ?? "") < at) latest.set(key, at);
  }
  return [...latest].map(([key, at]) => `${key} ${at}`).toSorted();
}

async function marksOn(announcementId: string): Promise<string[][]> {
  const votes = await testDb().vote.findMany({ where: { announcementId } });
  return votes.map(({ personId, choice, note }) => [personId, choice, note]).toSorted();
}
