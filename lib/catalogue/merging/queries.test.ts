import { beforeEach, describe, expect, it } from "vitest";

import { createAnnouncement, createComment, createSource } from "@/lib/testing/builders";
import { resetDatabase } from "@/lib/testing/database";

import { listMergedInto, previewMerge } from "./queries";
import { decide, link, makeScene, mark, mention, merge, type Scene } from "./testing";
import { listTwins } from "./twins";

let scene: Scene;

beforeEach(async () => {
  await resetDatabase();
  scene = await makeScene();
});

describe("previewMerge", () => {
  it("counts what a merge would move, over all teams", async () => {
    const { one, other, teams } = scene;
    const [{ lead, member }, elsewhere] = teams;
    await mark(lead, one, { minute: 1 });
    await mark(lead, other, { minute: 2 });
    await mark(member, other, { minute: 2 });
    await mark(elsewhere.lead, other, { minute: 2 });
    await createComment({ teamId: lead.teamId, authorId: lead.personId, announcementId: other.id });
    const { id: sourceId } = await createSource();
    await mention(one, { sourceId });
    await mention(other, { sourceId });
    await mention(other);
    await link(other, "https://example.com/b");
    await decide(lead, one, { choice: "ignore", minute: 4 });
    await decide(lead, other, { choice: "adopt", minute: 3 });

    const preview = await previewMerge(lead, { keep: one.slug, drop: other.slug });

    expect(preview).toMatchObject({
      value: {
        keep: { title: "Quieter disks", marks: 1 },
        drop: { title: "Disks, quieter", marks: 3 },
        marks: { moving: 2, both: 1 },
        ...{ comments: 1, sources: 1, links: 1, services: 1, candidates: 0, otherTeams: 1 },
        decision: { own: { kind: "conflict", stands: "ignore", gives: "adopt" }, othersBoth: 0 },
      },
    });
  });

  it("says what a merge would refuse", async () => {
    const { one, other, teams } = scene;
    const [{ lead }] = teams;
    const elsewhere = await createAnnouncement();

    for (const [drop, sentence] of [
      [one.slug, "with itself"],
      [elsewhere.slug, "two conferences"],
      ["nothing-of-that-name", "no such announcement"],
      ["../x", "no such announcement"],
    ]) {
      expect(await previewMerge(lead, { keep: one.slug, drop: drop ?? "" })).toMatchObject({
        problem: { message: expect.stringContaining(sentence ?? "") },
      });
    }
    expect(await previewMerge(lead, { keep: one.slug, drop: other.slug })).toMatchObject({ ok: true });
  });
});

describe("listMergedInto", () => {
  it("names who merged to their own team alone, and lets the last be undone", async () => {
    const { one, other, teams } = scene;
    const [ours, theirs] = teams;
    const third = await createAnnouncement({ conferenceId: one.conferenceId, title: "Disks" });
    await merge(ours.lead, one, other);
    await merge(theirs.lead, one, third);

    const merges = await listMergedInto(ours.lead, one.id);

    expect(merges.map(({ title, by, canUndo }) => [title, by, canUndo])).toEqual([
      ["Disks", null, true],
      ["Disks, quieter", ours.lead.name, false],
    ]);
  });
});

describe("listTwins", () => {
  it("offers the likeliest first with the reason, and only of the same conference", async () => {
    const { one, other, teams } = scene;
    const { conferenceId } = one;
    const linked = await createAnnouncement({ conferenceId, title: "Storage news" });
    const alike = await createAnnouncement({ conferenceId, title: "Quieter disks, now", services: ["Block Disks"] });
    await createAnnouncement({ conferenceId, title: "Bigger tables" });
    await createAnnouncement({ title: "Quieter disks" });
    await link(one, "https://example.com/a");
    await link(linked, "https://example.com/a");

    const twins = (await listTwins(teams[0].lead, one.slug, "")) ?? [];

    const reasons = new Map(twins.map(({ slug, reason }) => [slug, reason]));
    expect(reasons.get(linked.slug)).toBe("same link");
    expect(reasons.get(alike.slug)).toBe("same title");
    expect(reasons.get(other.slug)).toBe("same title");
    expect(twins.map(({ title }) => title).at(-1)).toBe("Bigger tables");
    expect(twins).toHaveLength(4);
  });

  it("finds by a search, misspelt too", async () => {
    const { one, teams } = scene;
    await createAnnouncement({ conferenceId: one.conferenceId, title: "Bigger tables" });

    for (const query of ["TABLES", "bigger tabels"]) {
      const [first] = (await listTwins(teams[0].lead, one.slug, query)) ?? [];
      expect(first).toMatchObject({ title: "Bigger tables", reason: null });
    }
    expect(await listTwins(teams[0].lead, one.slug, "100%_nothing")).toEqual([]);
  });
});
