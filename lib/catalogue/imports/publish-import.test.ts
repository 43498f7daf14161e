import { describe, expect, it } from "vitest";

import { createAnnouncement, createComment, createConference, createVote } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { publishImport } from "./publish-import";
import { discardImport, resolveAll, resolveCandidate } from "./review-commands";
import { createLead, readIn, reviewOf } from "./testing";

describe("publishImport", () => {
  it("creates what was accepted, with services, links and a mention, and leaves the rest out", async () => {
    const { viewer, conference } = await createLead();
    const review = await readIn(viewer, conference.slug);
    const [first, second] = review.candidates;
    await resolveCandidate(viewer, { candidateId: first?.id ?? "", version: 1, resolution: "accept" });
    await resolveCandidate(viewer, { candidateId: second?.id ?? "", version: 1, resolution: "skip" });

    const result = await publishImport(viewer, review.id);

    expect(result).toEqual({
      ok: true,
      value: {
        found: review.candidates.length,
        created: 1,
        merged: 0,
        skipped: 1,
        skippedBefore: 0,
        known: 0,
        left: review.candidates.length - 2,
      },
    });
    const created = await testDb().announcement.findMany({
      where: { conferenceId: conference.id },
      include: { links: true, mentions: { include: { source: true } } },
    });
    expect(created).toMatchObject([
      {
        title: first?.title,
        serviceNames: first?.services,
        mentionCount: 1,
        links: [{ canonicalUrl: "https://aws.amazon.com/about-aws/whats-new/2020/12/gp3" }],
        mentions: [{ source: { title: "What we take home", author: "Ines Calder" } }],
      },
    ]);
    expect(await reviewOf(viewer, review.id)).toMatchObject({ state: "published", publishedAt: expect.any(Date) });
  });

  it("adds to what it merges with, and touches neither words, marks, notes nor comments", async () => {
    const { viewer, conference, team } = await createLead();
    const edited = {
      title: "AWS Proton",
      summary: "As we wrote it.",
      category: "containers",
      availability: "coming",
    } as const;
    const { id } = await createAnnouncement({
      conferenceId: conference.id,
      ...edited,
      services: ["AWS Fargate", "AWS Proton"],
    });
    const voted = { teamId: team.id, announcementId: id };
    await createVote({ ...voted, personId: viewer.personId, choice: "investigate", note: "Who runs it?" });
    await createComment({ ...voted, authorId: viewer.personId });
    const before = await everythingSaidOf(id);
    const review = await readIn(viewer, conference.slug);
    await resolveAll(viewer, review.id, { above: 0 });

    const result = await publishImport(viewer, review.id);

    expect(result).toMatchObject({ ok: true, value: { merged: 1 } });
    expect(await everythingSaidOf(id)).toEqual(before);
    expect(await testDb().announcement.findUnique({ where: { id }, include: { links: true } })).toMatchObject({
      ...edited,
      serviceNames: ["AWS Fargate", "AWS Proton"],
      mentionCount: 1,
      links: [{ canonicalUrl: "https://aws.amazon.com/blogs/aws/proton" }],
    });
  });

  it("creates no marks", async () => {
    const { viewer, conference } = await createLead();
    const review = await readIn(viewer, conference.slug);
    await resolveAll(viewer, review.id, { above: 0 });
    const before = await testDb().vote.count();

    await publishImport(viewer, review.id);

    expect(await testDb().vote.count()).toBe(before);
    expect(await testDb().voteEvent.count({ where: { teamId: viewer.teamId } })).toBe(0);
  });

  it("is done once when two publish at once, and the other is told", async () => {
    const { viewer, team, conference } = await createLead();
    const colleague = await createTeamViewer({ team, role: "lead" });
    const review = await readIn(viewer, conference.slug);
    await resolveAll(viewer, review.id, { above: 0 });

    const results = await Promise.all([publishImport(viewer, review.id), publishImport(colleague, review.id)]);

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      problem: { kind: "conflict", message: "This import is already published. Nothing was changed." },
    });
    expect(await testDb().announcement.count({ where: { conferenceId: conference.id } })).toBe(
      review.candidates.length,
    );
    expect(await testDb().auditEvent.count({ where: { subjectId: review.id, action: "import.published" } })).toBe(1);
  });

  it("closes the review", async () => {
    const { viewer, conference } = await createLead();
    const review = await readIn(viewer, conference.slug);
    const [first, second] = review.candidates;
    await resolveCandidate(viewer, { candidateId: first?.id ?? "", version: 1, resolution: "accept" });
    await publishImport(viewer, review.id);

    const late = await resolveCandidate(viewer, { candidateId: second?.id ?? "", version: 1, resolution: "accept" });

    expect(late).toMatchObject({ ok: false, problem: { kind: "conflict" } });
    expect(await discardImport(viewer, review.id)).toMatchObject({ ok: false, problem: { kind: "conflict" } });
  });

  it("takes the open ones along only when told to", async () => {
    const { viewer, conference } = await createLead();
    const review = await readIn(viewer, conference.slug);

    expect(await publishImport(viewer, review.id)).toMatchObject({ ok: false, problem: { kind: "invalid" } });
    expect(await publishImport(viewer, review.id, { open: "accept" })).toMatchObject({
      ok: true,
      value: { created: review.candidates.length, left: 0 },
    });
  });

  it("counts one text that two teams read in as one mention", async () => {
    const { viewer, conference } = await createLead();
    const other = await createTeamViewer({ role: "lead" });
    for (const lead of [viewer, other]) {
      const review = await readIn(lead, conference.slug);
      await resolveAll(lead, review.id, { above: 0 });
      await publishImport(lead, review.id);
    }

    const announcements = await testDb().announcement.findMany({ where: { conferenceId: conference.id } });

    expect(announcements.length).toBeGreaterThan(0);
    expect(announcements.map(({ mentionCount }) => mentionCount)).toEqual(announcements.map(() => 1));
  });

  it("gives announcements of one title their own addresses", async () => {
    const { viewer, conference } = await createLead();
    const earlier = await createConference();
    for (const { slug } of [earlier, conference]) {
      await publishImport(viewer, (await readIn(viewer, slug)).id, { open: "accept" });
    }

    const slugs = await testDb().announcement.findMany({
      where: { conferenceId: conference.id },
      select: { slug: true },
    });

    expect(slugs).toContainEqual({ slug: `aws-proton-${conference.slug}` });
  });

  it("asks again when the announcement to merge with is gone, and publishes nothing", async () => {
    const { viewer, conference } = await createLead();
    const { id } = await createAnnouncement({ conferenceId: conference.id, title: "AWS Proton" });
    const review = await readIn(viewer, conference.slug);
    await resolveAll(viewer, review.id, { above: 0 });
    await testDb().announcement.delete({ where: { id } });

    const result = await publishImport(viewer, review.id);

    expect(result).toMatchObject({ ok: false, problem: { kind: "conflict", message: /gone\. Choose again/ } });
    expect(await testDb().announcement.count({ where: { conferenceId: conference.id } })).toBe(0);
  });

  it("is for leads of the import's team", async () => {
    const { viewer, team, conference } = await createLead();
    const review = await readIn(viewer, conference.slug);
    const member = await createTeamViewer({ team });
    const stranger = await createTeamViewer({ role: "lead" });

    expect(await publishImport(member, review.id)).toMatchObject({ ok: false, problem: { kind: "forbidden" } });
    expect(await publishImport(stranger, review.id)).toMatchObject({ ok: false, problem: { kind: "not-found" } });
    expect(await publishImport(viewer, "rubbish")).toMatchObject({ ok: false, problem: { kind: "not-found" } });
  });
});

async function everythingSaidOf(announcementId: string) {
  const where = { announcementId };
  return {
    votes: await testDb().vote.findMany({ where }),
    history: await testDb().voteEvent.findMany({ where }),
    tallies: await testDb().tally.findMany({ where }),
    comments: await testDb().comment.findMany({ where }),
  };
}
