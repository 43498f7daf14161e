import { beforeEach, describe, expect, it } from "vitest";

import type { TeamViewer } from "@/lib/identity/types";
import { createComment, createTeam, createVote } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { reopenDecision, settleDecision, settleMany } from "../decisions/commands";
import { createDecisionWorld } from "../decisions/testing";

import { markNoticesSeen } from "./commands";
import { noticeLines } from "./lines";
import { unseenNotices } from "./queries";

let world: Awaited<ReturnType<typeof createDecisionWorld>>;

beforeEach(async () => {
  world = await createDecisionWorld(30);
  await testDb().person.update({ where: { id: world.lead.personId }, data: { name: "Ewan Fraser" } });
});

async function toldTo(viewer: TeamViewer): Promise<string[]> {
  return (await noticeLines(viewer, world.conference.slug)).map(({ text }) => text);
}

async function mark(viewer: TeamViewer, ...indexes: number[]): Promise<void> {
  const { teamId, personId } = viewer;
  for (const index of indexes) await createVote({ teamId, personId, announcementId: world.idOf(index) });
}

describe("a decision", () => {
  it("is told to who marked, wrote on or owns it, and to nobody else", async () => {
    const { team, lead, member, idOf } = world;
    const [wrote, owns, idle, deleted] = await Promise.all([0, 1, 2, 3].map(() => createTeamViewer({ team })));
    if (!wrote || !owns || !idle || !deleted) throw new Error("Somebody is missing.");
    const left = await createTeamViewer({ team });
    await mark(lead, 0);
    await mark(member, 0);
    await mark(left, 0);
    await testDb().membership.deleteMany({ where: { personId: left.personId } });
    await createComment({ teamId: team.id, announcementId: idOf(0), authorId: wrote.personId });
    const gone = await createComment({ teamId: team.id, announcementId: idOf(0), authorId: deleted.personId });
    await testDb().comment.update({ where: { id: gone.id }, data: { deletedAt: new Date(), body: "" } });

    await settleDecision(lead, { announcementId: idOf(0), choice: "adopt", was: null, owner: owns.personId });

    expect(await toldTo(member)).toEqual(["Ewan Fraser decided adopt: “Number 0”."]);
    expect(await toldTo(wrote)).toEqual(["Ewan Fraser decided adopt: “Number 0”."]);
    expect(await toldTo(owns)).toEqual(["Ewan Fraser decided adopt: “Number 0”. You own it."]);
    expect(await noticeLines(owns)).toMatchObject([{ decided: { announcement: world.announcements[0]?.slug } }]);
    for (const nobody of [lead, idle, deleted]) expect(await toldTo(nobody)).toEqual([]);
    expect(await testDb().notice.count({ where: { personId: left.personId } })).toBe(0);
  });

  it("is one line for thirty of a meeting, and for what is decided at once", async () => {
    const { lead, member, idOf, announcements } = world;
    await mark(member, ...announcements.keys());
    for (let index = 0; index < 12; index += 1) {
      await settleDecision(lead, { announcementId: idOf(index), choice: "ignore", was: null });
    }
    expect(await toldTo(member)).toEqual(["Ewan Fraser decided 12 of what you marked."]);

    const items = announcements.slice(12).map(({ id: announcementId }) => ({ announcementId, was: null }));
    await settleMany(lead, { items, choice: "adopt", owner: member.personId });

    expect(await toldTo(member)).toEqual(["Ewan Fraser decided 30 of what you marked. You own 18 of them."]);
    expect(await testDb().notice.count({ where: { personId: member.personId } })).toBe(1);
  });

  it("that is changed is still one, with its last word, and counts on only while it is unseen", async () => {
    const { lead, member, idOf, was } = world;
    await mark(member, 0, 1);
    await settleDecision(lead, { announcementId: idOf(0), choice: "adopt", was: null, owner: member.personId });
    await settleDecision(lead, { announcementId: idOf(0), choice: "ignore", was: await was() });
    expect(await toldTo(member)).toEqual(["Ewan Fraser decided ignore: “Number 0”."]);
    const [shown] = await unseenNotices(member);
    await settleDecision(lead, { announcementId: idOf(1), choice: "adopt", was: null });

    // What came after the page was drawn stays.
    await markNoticesSeen(member, { upTo: shown?.id ?? "", conference: null });
    expect(await toldTo(member)).toEqual(["Ewan Fraser decided 2 of what you marked."]);
    const [now] = await unseenNotices(member);
    await markNoticesSeen(member, { upTo: now?.id ?? "", conference: null });
    expect(await toldTo(member)).toEqual([]);

    await reopenDecision(lead, { announcementId: idOf(1), was: await was(1) });
    expect(await toldTo(member)).toEqual(["Ewan Fraser reopened “Number 1”."]);
  });

  it("that is reopened is told to its owner too, and counted apart", async () => {
    const { lead, member, idOf, was } = world;
    await mark(member, 0, 1);
    for (const index of [0, 1, 2]) {
      await settleDecision(lead, { announcementId: idOf(index), choice: "adopt", was: null, owner: member.personId });
    }
    await reopenDecision(lead, { announcementId: idOf(2), was: await was(2) });

    expect(await toldTo(member)).toEqual([
      "Ewan Fraser decided 2 and reopened 1 of what you marked, wrote on or own. You own 2 of them.",
    ]);
    expect((await noticeLines(member))[0]?.text).toContain(" at Example Conf 2030.");
  });

  it("is a line for each lead, and stays within the team", async () => {
    const { team, lead, member, idOf } = world;
    const second = await createTeamViewer({ team, role: "lead" });
    const elsewhere = await createTeamViewer({ team: await createTeam(), role: "lead" });
    await mark(member, 0, 1);
    await settleDecision(lead, { announcementId: idOf(0), choice: "adopt", was: null });
    await settleDecision(second, { announcementId: idOf(1), choice: "ignore", was: null });
    await settleDecision(elsewhere, { announcementId: idOf(1), choice: "adopt", was: null });

    expect(await toldTo(member)).toEqual([
      "Ada Example decided ignore: “Number 1”.",
      "Ewan Fraser decided adopt: “Number 0”.",
    ]);
  });

  it("is counted, no longer kept, beyond two hundred", async () => {
    const { lead, member } = await createDecisionWorld(0);
    const { conference } = world;
    const rows = Array.from({ length: 260 }, (_, n) => ({
      ...{ title: `Many ${n}`, slug: `many-${n}-${conference.slug}`, category: "compute", conferenceId: conference.id },
    }));
    await testDb().announcement.createMany({ data: rows });
    const made = await testDb().announcement.findMany({
      where: { title: { startsWith: "Many " }, conferenceId: conference.id },
    });
    for (const { id } of made) {
      await createVote({ teamId: lead.teamId, personId: member.personId, announcementId: id });
    }
    const items = made.map(({ id: announcementId }) => ({ announcementId, was: null }));

    await settleMany(lead, { items: items.slice(0, 150), choice: "adopt" });
    await settleMany(lead, { items: items.slice(150, 259), choice: "ignore" });
    await settleMany(lead, { items: items.slice(259), choice: "adopt" });

    expect((await noticeLines(member, conference.slug)).map(({ text }) => text)).toEqual([
      "Ada Example decided 260 of what you marked.",
    ]);
    const stored = await testDb().notice.findFirstOrThrow({ where: { personId: member.personId } });
    expect(Object.keys(Object(stored.data).of)).toHaveLength(200);
  });
});
