import { expect, it } from "vitest";

import type { TeamViewer } from "@/lib/identity/types";
import { createAnnouncement, createComment, createTeam } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { settleDecision } from "@/lib/voting/decisions/commands";

import { readThread } from "./queries";

it("never shows another team's comments", async () => {
  const announcement = await createAnnouncement();
  const viewer = await createTeamViewer();
  const other = await createTeamViewer();
  await createComment({ teamId: other.teamId, announcementId: announcement.id, authorId: other.personId });

  expect(await readThread(viewer, announcement.id)).toEqual({ comments: [], decisions: [], earlier: null });
});

it("has what was decided between the comments, each on the page of its time, and no other team's", async () => {
  const viewer = await createTeamViewer({ role: "lead" });
  const stranger = await createTeamViewer({ role: "lead" });
  const { id: announcementId } = await createAnnouncement();
  await testDb().comment.createMany({ data: comments(viewer, announcementId, 121, 1) });
  await settleDecision(stranger, { announcementId, choice: "ignore", was: null });
  const at = (ms: number) => new Date(Date.UTC(2030, 0, 1) + ms);
  // Before all comments, with the first of the last page, with the last of the page before, and after all.
  for (const ms of [-5, 71, 70, 500]) {
    const event = { teamId: viewer.teamId, actorId: viewer.personId, announcementId, at: at(ms) };
    await testDb().decisionEvent.create({ data: { ...event, kind: "settled", choice: "adopt", reason: String(ms) } });
  }

  const latest = await readThread(viewer, announcementId);
  const middle = await readThread(viewer, announcementId, latest.earlier?.before);
  const first = await readThread(viewer, announcementId, middle.earlier?.before);

  expect([latest, middle, first].map(({ decisions }) => decisions.map(({ reason }) => Number(reason)))).toEqual([
    ...[[71, 500], [70], [-5]],
  ]);
  expect(latest.decisions[0]).toMatchObject({ kind: "settled", choice: "adopt", by: { name: viewer.name } });
});

it("has what was decided where nobody has commented", async () => {
  const lead = await createTeamViewer({ role: "lead" });
  const { id: announcementId } = await createAnnouncement();
  await settleDecision(lead, { announcementId, choice: "adopt", was: null });

  expect(await readThread(lead, announcementId)).toMatchObject({ comments: [], decisions: [{ kind: "settled" }] });
});

it("shows the last fifty, oldest first, and walks back through the rest without losing or repeating any", async () => {
  const viewer = await createTeamViewer({ team: await createTeam() });
  const { id: announcementId } = await createAnnouncement();
  await testDb().comment.createMany({ data: comments(viewer, announcementId, 121, 1) });

  const latest = await readThread(viewer, announcementId);
  expect(latest.comments.map(({ body }) => Number(body))).toEqual(range(71, 121));
  expect(latest.earlier?.count).toBe(50);
  const middle = await readThread(viewer, announcementId, latest.earlier?.before);
  expect(middle.comments.map(({ body }) => Number(body))).toEqual(range(21, 71));
  expect(middle.earlier?.count).toBe(21);
  const first = await readThread(viewer, announcementId, middle.earlier?.before);
  expect(first.comments.map(({ body }) => Number(body))).toEqual(range(0, 21));
  expect(first.earlier).toBeNull();
});

it("keeps its order when comments were written in the same millisecond", async () => {
  const viewer = await createTeamViewer();
  const { id: announcementId } = await createAnnouncement();
  await testDb().comment.createMany({ data: comments(viewer, announcementId, 55, 0) });

  const latest = await readThread(viewer, announcementId);
  const first = await readThread(viewer, announcementId, latest.earlier?.before);

  const seen = [...first.comments, ...latest.comments].map(({ id }) => id);
  expect(new Set(seen).size).toBe(55);
});

it("opens at the end when the address names no comment", async () => {
  const viewer = await createTeamViewer();
  const { id: announcementId } = await createAnnouncement();
  await createComment({ teamId: viewer.teamId, announcementId, authorId: viewer.personId });

  expect((await readThread(viewer, announcementId, "yesterday")).comments).toHaveLength(1);
  expect((await readThread(viewer, "no-id")).comments).toEqual([]);
});

function comments({ teamId, personId: authorId }: TeamViewer, announcementId: string, count: number, apart: number) {
  return range(0, count).map((index) => {
    const createdAt = new Date(Date.UTC(2030, 0, 1) + index * apart);
    return { teamId, announcementId, authorId, body: String(index), createdAt };
  });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
