import { randomUUID } from "node:crypto";

import { describe, expect, it } from "vitest";

import { createAnnouncement, createTeam } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { addComment, deleteComment, editComment } from "./commands";
import { readThread } from "./queries";
import { MAX_COMMENT_LENGTH } from "./schema";

async function setUp() {
  const team = await createTeam();
  const viewer = await createTeamViewer({ team });
  const { id: announcementId } = await createAnnouncement();
  return { team, viewer, announcementId };
}

async function setUpComment(body = "What would moving cost?") {
  const made = await setUp();
  const id = randomUUID();
  await addComment(made.viewer, { id, announcementId: made.announcementId, body });
  return { ...made, id };
}

describe("addComment", () => {
  it("stores one comment when the same form is sent three times at once", async () => {
    const { viewer, announcementId } = await setUp();
    const input = { id: randomUUID(), announcementId, body: "Twice as fast, says who?" };

    const results = await Promise.all([1, 2, 3].map(() => addComment(viewer, input)));

    expect(results).toEqual([1, 2, 3].map(() => ({ ok: true, value: { id: input.id } })));
    const { comments } = await readThread(viewer, announcementId);
    expect(comments.map(({ body }) => body)).toEqual(["Twice as fast, says who?"]);
    expect(await tallied(announcementId)).toBe(1);
  });

  it("does not pretend to store another text under an id that is taken", async () => {
    const { viewer, announcementId, id } = await setUpComment("First.");

    expect(await addComment(viewer, { id, announcementId, body: "Second." })).toMatchObject({
      ok: false,
      problem: { kind: "conflict" },
    });
    expect((await readThread(viewer, announcementId)).comments).toMatchObject([{ body: "First." }]);
  });

  it("says nothing of another team's comment whose id is guessed", async () => {
    const { announcementId, id } = await setUpComment("Between us.");
    const stranger = await createTeamViewer();

    const result = await addComment(stranger, { id, announcementId, body: "Between us." });

    expect(result).toMatchObject({ ok: false, problem: { kind: "conflict" } });
    expect((await readThread(stranger, announcementId)).comments).toEqual([]);
  });

  it.each([
    ["nothing", ""],
    ["spaces alone", " \n\t \u00a0 "],
    ["characters that cannot be seen", "\u200b\u200d\u0000\u0007"],
  ])("refuses %s", async (_, body) => {
    const { viewer, announcementId } = await setUp();

    expect(await addComment(viewer, { id: randomUUID(), announcementId, body })).toMatchObject({
      ok: false,
      problem: { kind: "invalid", message: "Write the comment first." },
    });
  });

  it("takes 10,000 characters and refuses one more, with the number", async () => {
    const { viewer, announcementId } = await setUp();
    const longest = "é".repeat(MAX_COMMENT_LENGTH);

    expect(await addComment(viewer, { id: randomUUID(), announcementId, body: longest })).toMatchObject({ ok: true });
    const tooLong = await addComment(viewer, { id: randomUUID(), announcementId, body: `${longest}!` });
    expect(tooLong).toMatchObject({ ok: false, problem: { fields: { body: expect.stringContaining("10,001") } } });
  });

  it("strips what PostgreSQL and people cannot read, and keeps lines and emoji", async () => {
    const { viewer, announcementId } = await setUpComment("a\u0000b\r\n- 🚀\u001b[31m");

    expect((await readThread(viewer, announcementId)).comments).toMatchObject([{ body: "ab\n- 🚀[31m" }]);
  });

  it("finds no announcement behind an id that is not there or is none", async () => {
    const { viewer } = await setUp();
    for (const announcementId of [randomUUID(), "'; DROP TABLE comment"]) {
      const result = await addComment(viewer, { id: randomUUID(), announcementId, body: "Hello." });
      expect(result).toMatchObject({ ok: false, problem: { kind: "not-found" } });
    }
  });

  it("refuses somebody who has left the team since the page was opened", async () => {
    const { viewer, announcementId } = await setUp();
    await testDb().membership.deleteMany({ where: { personId: viewer.personId } });

    const result = await addComment(viewer, { id: randomUUID(), announcementId, body: "Still here." });

    expect(result.ok).toBe(false);
    expect(await testDb().comment.count({ where: { announcementId } })).toBe(0);
  });
});

describe("editComment", () => {
  it("replaces the text and says that it did", async () => {
    const { viewer, announcementId, id } = await setUpComment();

    await editComment(viewer, { id, body: "What would staying cost?" });

    const [comment] = (await readThread(viewer, announcementId)).comments;
    expect(comment).toMatchObject({ body: "What would staying cost?", editedAt: expect.any(String) });
  });

  it("is the author's alone: a lead is refused, another team finds nothing", async () => {
    const { team, announcementId, viewer, id } = await setUpComment();
    const lead = await createTeamViewer({ team, role: "lead" });
    const stranger = await createTeamViewer({ role: "lead" });

    expect(await editComment(lead, { id, body: "Mine now." })).toMatchObject({ problem: { kind: "forbidden" } });
    expect(await editComment(stranger, { id, body: "Mine now." })).toMatchObject({ problem: { kind: "not-found" } });
    expect((await readThread(viewer, announcementId)).comments).toMatchObject([
      { body: "What would moving cost?", editedAt: null },
    ]);
  });

  it("does not bring a deleted comment back", async () => {
    const { viewer, id } = await setUpComment();
    await deleteComment(viewer, { id });

    expect(await editComment(viewer, { id, body: "Again." })).toMatchObject({ problem: { kind: "conflict" } });
  });
});

describe("deleteComment", () => {
  it("leaves a trace without the text, one comment fewer, and an audit event", async () => {
    const { team, viewer, announcementId, id } = await setUpComment();
    const lead = await createTeamViewer({ team, role: "lead" });

    await deleteComment(lead, { id });
    await deleteComment(lead, { id });

    expect((await readThread(viewer, announcementId)).comments).toMatchObject([
      { id, body: "", deleted: { by: lead.name } },
    ]);
    expect(await tallied(announcementId)).toBe(0);
    const events = await testDb().auditEvent.findMany({ where: { subjectId: id } });
    expect(events).toMatchObject([{ action: "comment.deleted", actorId: lead.personId, teamId: lead.teamId }]);
  });

  it("is refused to another member, and another team finds nothing", async () => {
    const { team, viewer, announcementId, id } = await setUpComment();
    const colleague = await createTeamViewer({ team });
    const stranger = await createTeamViewer({ role: "lead" });

    expect(await deleteComment(colleague, { id })).toMatchObject({ problem: { kind: "forbidden" } });
    expect(await deleteComment(stranger, { id })).toMatchObject({ problem: { kind: "not-found" } });
    expect((await readThread(viewer, announcementId)).comments).toMatchObject([{ deleted: null }]);
  });
});

async function tallied(announcementId: string): Promise<number | undefined> {
  return (await testDb().tally.findFirst({ where: { announcementId } }))?.comments;
}
