import { describe, expect, it } from "vitest";

import { createVote } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";
import type { TeamViewer } from "@/lib/identity/types";

import { publishImport } from "./publish-import";
import { readImport } from "./queries";
import { discardImport, resolveAll, resolveCandidate } from "./review-commands";
import { createLead, NEWER_POST, POST, readIn, reviewOf } from "./testing";

describe("a newer edition of a source", () => {
  it("opens only what is new or changed, and says since when the rest is here", async () => {
    const { viewer, conference } = await publishedPost();

    const newer = await readIn(viewer, conference.slug, NEWER_POST);

    expect(newer.counts).toEqual({ found: 4, created: 0, merged: 0, skipped: 0, skippedBefore: 0, known: 2, left: 2 });
    expect(newer.candidates.map(({ title }) => title)).toEqual(["AWS Proton", "VPC Reachability Analyzer"]);
    const all = await readImport(viewer, newer.id, { known: true });
    expect(all?.candidates.map(({ title, resolution, match }) => [title, resolution, match?.reason])).toEqual([
      ["EBS gp3 volumes", "known", expect.stringMatching(/^already here from \d+ \w+ \d{4}$/)],
      ["Lambda container images", "known", expect.stringMatching(/^already here from/)],
      ["AWS Proton", "open", expect.stringMatching(/^same source, was preview on/)],
      ["VPC Reachability Analyzer", "open", undefined],
    ]);
  });

  it("brings mentions up to date and adds none, and touches no mark", async () => {
    const { viewer, team, conference } = await publishedPost();
    const made = await testDb().announcement.findMany({ where: { conferenceId: conference.id } });
    for (const { id } of made) {
      await createVote({ teamId: team.id, announcementId: id, personId: viewer.personId, note: "As said." });
    }
    const marks = await testDb().vote.findMany({ where: { teamId: team.id } });
    const newer = await readIn(viewer, conference.slug, NEWER_POST);

    expect(await publishImport(viewer, newer.id, { open: "accept" })).toMatchObject({
      ok: true,
      value: { created: 1, merged: 1, known: 2 },
    });

    const mentions = await testDb().mention.findMany({
      where: { announcement: { conferenceId: conference.id } },
      include: { announcement: true },
    });
    expect(mentions).toHaveLength(4);
    expect(new Set(mentions.map(({ sourceId }) => sourceId)).size).toBe(1);
    expect(mentions.find(({ announcement }) => announcement.title === "Lambda container images")?.excerpt).toContain(
      "price list",
    );
    expect(mentions.find(({ announcement }) => announcement.title === "AWS Proton")?.announcement.availability).toBe(
      "ga",
    );
    expect(await testDb().vote.findMany({ where: { teamId: team.id } })).toEqual(marks);
  });

  it("leaves the availability of what somebody has edited", async () => {
    const { viewer, conference } = await publishedPost();
    await testDb().announcement.updateMany({
      where: { conferenceId: conference.id },
      data: { availability: "coming", editedAt: new Date() },
    });
    const newer = await readIn(viewer, conference.slug, NEWER_POST);

    await publishImport(viewer, newer.id, { open: "accept" });

    const proton = await testDb().announcement.findFirst({
      where: { conferenceId: conference.id, title: "AWS Proton" },
    });
    expect(proton?.availability).toBe("coming");
  });

  it("does not bring back what the lead skipped, through any number of editions", async () => {
    const { viewer, conference } = await createLead();
    const first = await readIn(viewer, conference.slug, POST);
    await answer(viewer, first.candidates[1], "skip");
    await resolveAll(viewer, first.id, { above: 0 });
    await publishImport(viewer, first.id);

    for (const edition of [NEWER_POST, `${NEWER_POST}\nAnd that was it.\n`]) {
      const newer = await readIn(viewer, conference.slug, edition);
      expect(newer.candidates[0]).toMatchObject({
        title: "Lambda container images",
        resolution: "skip",
        reason: expect.stringMatching(/^skipped on \d+ \w+ \d{4}$/),
      });
      expect(newer.counts).toMatchObject({ skipped: 1, skippedBefore: 1 });
      await publishImport(viewer, newer.id, { open: "accept" });
    }

    expect(await titlesIn(conference.id)).not.toContain("Lambda container images");
  });

  it("finds what the lead corrected by how it was read", async () => {
    const { viewer, conference } = await createLead();
    const plain = POST.replaceAll(/\]\([^)]*\)/g, "]");
    const first = await readIn(viewer, conference.slug, plain);
    const [gp3] = first.candidates;
    await resolveCandidate(viewer, {
      candidateId: gp3?.id ?? "",
      version: 1,
      resolution: "accept",
      title: "Cheaper disks",
      availability: "coming",
    });
    await publishImport(viewer, first.id, { open: "accept" });

    const newer = await readIn(viewer, conference.slug, `${plain}\nAnd that was it.\n`);

    expect(newer.counts).toMatchObject({ known: newer.counts.found, left: 0 });
    expect(newer.candidates.map(({ match }) => match?.title)).toContain("Cheaper disks");
    expect(await publishImport(viewer, newer.id)).toMatchObject({ ok: true, value: { created: 0 } });
    expect(await titlesIn(conference.id)).toHaveLength(3);
  });

  it("is known by its address, whatever it is called now", async () => {
    const { viewer, conference } = await publishedPost(at("https://blog.example.com/recap/?utm=1"));

    const newer = await readIn(
      viewer,
      conference.slug,
      at("http://www.blog.example.com/recap#top", NEWER_POST.replace("What we take home", "What we took home")),
    );

    expect(newer.counts.known).toBe(2);
    await publishImport(viewer, newer.id, { open: "accept" });
    expect(await testDb().source.findMany({ where: { conferenceId: conference.id } })).toMatchObject([
      { title: "What we took home", url: "http://www.blog.example.com/recap#top" },
    ]);
  });

  it("is another source at another address, under another author, or on a site without a path", async () => {
    const { viewer, conference } = await publishedPost(at("https://blog.example.com/recap"));
    const others = [
      at("https://blog.example.com/recap-2", NEWER_POST),
      NEWER_POST.replace("Ines Calder", "Sam Else"),
      at("https://blog.example.com/", NEWER_POST.replace("What we take home", "Another post")),
    ];

    for (const other of others) {
      const review = await readIn(viewer, conference.slug, other);
      expect(review.counts).toMatchObject({ known: 0, left: 4 });
      await discardImport(viewer, review.id);
    }
  });

  it("does not count what was discarded, left open, or undone", async () => {
    const { viewer, conference } = await createLead();
    const first = await readIn(viewer, conference.slug, POST);
    await answer(viewer, first.candidates[0], "skip");
    await answer(viewer, first.candidates[1], "accept");
    await discardImport(viewer, first.id);

    const newer = await readIn(viewer, conference.slug, NEWER_POST);

    expect(newer.counts).toMatchObject({ known: 0, skipped: 0, left: 4 });
  });

  it("is known to another team by what its source says already, and not by what the first team skipped", async () => {
    const { viewer, conference } = await createLead();
    const first = await readIn(viewer, conference.slug, POST);
    await answer(viewer, first.candidates[0], "skip");
    await publishImport(viewer, first.id, { open: "accept" });
    const other = await createTeamViewer({ role: "lead" });

    const newer = await readIn(other, conference.slug, NEWER_POST);

    expect(newer.counts).toMatchObject({ known: 1, skipped: 0, left: 3 });
  });
});

describe("two imports under review at once", () => {
  it("make one announcement of what both have, with a mention each", async () => {
    const { viewer, conference } = await createLead();
    const one = await readIn(viewer, conference.slug, POST);
    const two = await readIn(viewer, conference.slug, POST.replace("Ines Calder", "Sam Else"));
    await publishImport(viewer, one.id, { open: "accept" });

    const result = await publishImport(viewer, two.id, { open: "accept" });

    expect(result).toMatchObject({ ok: true, value: { created: 0, merged: 3 } });
    expect((await reviewOf(viewer, two.id)).candidates.map(({ match }) => match?.reason)).toEqual(
      two.candidates.map(() => "same link, published meanwhile"),
    );
    const made = await testDb().announcement.findMany({ where: { conferenceId: conference.id } });
    expect(made.map(({ mentionCount }) => mentionCount)).toEqual([2, 2, 2]);
  });
});

describe("rows of one list that say the same", () => {
  it("become one announcement with one mention, and those with links of their own do not", async () => {
    const { viewer, conference } = await createLead();
    const rows = [
      "title,url,description",
      "Amazon RDS adds minor versions,https://example.com/news/1,First.",
      "Amazon RDS adds minor versions,https://example.com/news/2,Second.",
      "Amazon EBS gets quieter,https://example.com/news/3,Once.",
      "Amazon EBS gets quieter,https://example.com/news/3,Twice.",
      "Amazon EBS gets quieter,,Thrice.",
    ].join("\n");
    const review = await readIn(viewer, conference.slug, rows);

    const result = await publishImport(viewer, review.id, { open: "accept" });

    expect(result).toMatchObject({ ok: true, value: { created: 3, merged: 1 } });
    const made = await testDb().announcement.findMany({
      where: { conferenceId: conference.id },
      include: { mentions: true },
      orderBy: { title: "asc" },
    });
    expect(made.map(({ title, mentionCount }) => [title, mentionCount])).toEqual([
      ["Amazon EBS gets quieter", 1],
      ["Amazon RDS adds minor versions", 1],
      ["Amazon RDS adds minor versions", 1],
    ]);
    expect(made[0]?.mentions[0]?.excerpt).toBe("Once.");
  });
});

function at(url: string, post = POST): string {
  return post.replace("author:", `canonical_url: ${url}\nauthor:`);
}

async function publishedPost(text = POST) {
  const lead = await createLead();
  const review = await readIn(lead.viewer, lead.conference.slug, text);
  await publishImport(lead.viewer, review.id, { open: "accept" });
  return { ...lead, review };
}

async function answer(viewer: TeamViewer, candidate: { id: string } | undefined, resolution: "accept" | "skip") {
  const result = await resolveCandidate(viewer, { candidateId: candidate?.id ?? "", version: 1, resolution });
  if (!result.ok) throw new Error(result.problem.message);
}

async function titlesIn(conferenceId: string): Promise<string[]> {
  const rows = await testDb().announcement.findMany({ where: { conferenceId }, select: { title: true } });
  return rows.map(({ title }) => title);
}
