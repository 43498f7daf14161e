import { describe, expect, it } from "vitest";

import { createAnnouncement, createComment, createVote } from "@/lib/testing/builders";
import { testDatabaseUrl, testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";
import { recount } from "@/lib/db/check";
import type { TeamViewer } from "@/lib/identity/types";

import { publishImport } from "./publish-import";
import { resolveAll, resolveCandidate } from "./review-commands";
import { readStaying } from "./staying";
import { createLead, NEWER_POST, POST, readIn, reviewOf } from "./testing";
import { undoPublish } from "./undo-publish";

describe("undoPublish", () => {
  it("takes everything back that publishing did, and lets the review go on as it was", async () => {
    const { viewer, conference } = await createLead();
    const known = await createAnnouncement({
      conferenceId: conference.id,
      title: "AWS Proton",
      services: ["AWS Fargate"],
    });
    const before = await everythingIn(conference.id);
    const review = await readIn(viewer, conference.slug);
    await resolveAll(viewer, review.id, { above: 0 });
    const answered = await reviewOf(viewer, review.id);
    await publishImport(viewer, review.id);
    expect(await everythingIn(conference.id)).not.toEqual(before);

    const result = await undoPublish(viewer, review.id);

    expect(result).toEqual({ ok: true, value: { removed: review.candidates.length - 1, staying: [] } });
    expect(await everythingIn(conference.id)).toEqual(before);
    expect(await testDb().source.count({ where: { conferenceId: conference.id } })).toBe(0);
    const again = await reviewOf(viewer, review.id);
    expect(again).toMatchObject({ state: "reviewing", publishedAt: null, counts: answered.counts });
    expect(again.candidates.map(standing)).toEqual(answered.candidates.map(standing));
    expect(again.candidates.flatMap(({ match }) => match?.announcementId ?? [])).toEqual([known.id]);
    expect(await recount(testDatabaseUrl())).toEqual([]);
  });

  it("can be followed by publishing again, with the same outcome", async () => {
    const { viewer, conference, review } = await published();
    const before = await testDb().announcement.findMany(titlesOf(conference.id));
    await undoPublish(viewer, review.id);

    const result = await publishImport(viewer, review.id);

    expect(result).toMatchObject({ ok: true, value: { created: review.candidates.length } });
    expect(await testDb().announcement.findMany(titlesOf(conference.id))).toEqual(before);
    expect(await testDb().auditEvent.count({ where: { subjectId: review.id, action: "import.undone" } })).toBe(1);
  });

  it("leaves what somebody has marked, commented, decided or edited, and says which", async () => {
    const { viewer, team, conference, review } = await published(FIVE);
    const made = await testDb().announcement.findMany({
      where: { conferenceId: conference.id },
      orderBy: { title: "asc" },
    });
    const [marked, commented, decided, edited, left] = made.map(({ id }) => ({ teamId: team.id, announcementId: id }));
    if (!marked || !commented || !decided || !edited || !left) throw new Error("too few");
    await createVote({ ...marked, personId: viewer.personId });
    await createComment({ ...commented, authorId: viewer.personId });
    // Reopened since: that it was decided once is work too.
    const once = { ...decided, choice: "adopt", actorId: viewer.personId } as const;
    await testDb().decisionEvent.createMany({ data: ["settled", "reopened"].map((kind) => ({ ...once, kind })) });
    await testDb().announcement.update({ where: { id: edited.announcementId }, data: { editedAt: new Date() } });

    const result = await undoPublish(viewer, review.id);

    if (!result.ok) throw new Error(result.problem.message);
    expect(result.value.removed).toBe(1);
    expect(result.value.staying.map(({ reason, count, first }) => [reason, count, first[0]?.title])).toEqual([
      ["decided", 1, made[2]?.title],
      ["marked", 1, made[0]?.title],
      ["commented", 1, made[1]?.title],
      ["edited", 1, made[3]?.title],
    ]);
    expect(await readStaying(viewer, review.id)).toEqual(result.value.staying);
    const stay = await testDb().announcement.findMany({ where: { conferenceId: conference.id } });
    expect(stay.map(({ mentionCount, serviceNames }) => [mentionCount, serviceNames.length > 0])).toEqual(
      stay.map(() => [1, true]),
    );
    expect(await testDb().vote.count({ where: { teamId: team.id } })).toBe(1);
    expect(await publishImport(viewer, review.id)).toMatchObject({ ok: true, value: { created: 1, merged: 4 } });
    expect(await testDb().announcement.count({ where: { conferenceId: conference.id } })).toBe(5);
    expect(await testDb().mention.count({ where: { announcement: { conferenceId: conference.id } } })).toBe(5);
    expect(await recount(testDatabaseUrl())).toEqual([]);
  });

  it("leaves what another source speaks of, with what both say", async () => {
    const { viewer, conference, review } = await published();
    const other = await readIn(viewer, conference.slug, OTHER);
    await resolveAll(viewer, other.id, { above: 0 });
    expect(await publishImport(viewer, other.id)).toMatchObject({ ok: true, value: { merged: 3 } });

    const result = await undoPublish(viewer, review.id);

    expect(result).toMatchObject({ ok: true, value: { staying: [{ reason: "mentioned", count: 3 }] } });
    const [stays] = await testDb().announcement.findMany({
      where: { conferenceId: conference.id },
      include: { mentions: { include: { source: true } } },
    });
    expect(stays?.mentions.map(({ source }) => source.title).toSorted()).toEqual(["Another view", "What we take home"]);
  });

  it("gives mentions back what they said before a newer edition, and the source its facts", async () => {
    const { viewer, conference } = await published();
    const before = await everythingIn(conference.id);
    const newer = await readIn(viewer, conference.slug, NEWER_POST);
    await publishImport(viewer, newer.id, { open: "accept" });
    const between = await everythingIn(conference.id);
    expect(between).not.toEqual(before);

    await undoPublish(viewer, newer.id);

    expect(await everythingIn(conference.id)).toEqual(before);
    expect(await publishImport(viewer, newer.id)).toMatchObject({ ok: true });
    expect(withoutIds(await everythingIn(conference.id))).toEqual(withoutIds(between));
  });

  it("of the first edition leaves what the newer one says", async () => {
    const { viewer, conference, review } = await published();
    const newer = await readIn(viewer, conference.slug, NEWER_POST);
    await publishImport(viewer, newer.id, { open: "accept" });
    const said = await mentionsIn(conference.id);

    const result = await undoPublish(viewer, review.id);

    expect(result).toMatchObject({ ok: true, value: { removed: 0, staying: [{ reason: "mentioned", count: 3 }] } });
    expect(await mentionsIn(conference.id)).toEqual(said);
    expect(await undoPublish(viewer, newer.id)).toMatchObject({ ok: true });
  });

  it("opens what another review took for known", async () => {
    const { viewer, conference, review } = await published();
    const newer = await readIn(viewer, conference.slug, NEWER_POST);
    expect(newer.counts.known).toBe(2);

    await undoPublish(viewer, review.id);

    expect((await reviewOf(viewer, newer.id)).counts).toMatchObject({ known: 0, left: newer.counts.found });
  });

  it("is for what is published, once, and for leads of the import's team", async () => {
    const { viewer, team, review } = await published();
    const member = await createTeamViewer({ team });
    const stranger = await createTeamViewer({ role: "lead" });

    expect(await undoPublish(member, review.id)).toMatchObject({ ok: false, problem: { kind: "forbidden" } });
    expect(await undoPublish(stranger, review.id)).toMatchObject({ ok: false, problem: { kind: "not-found" } });
    expect(await readStaying(stranger, review.id)).toEqual([]);
    const both = await Promise.all([undoPublish(viewer, review.id), undoPublish(viewer, review.id)]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: { kind: "conflict" } });
  });
});

const FIVE = `${POST}
## Also

**[Amazon MQ quorum queues](https://aws.amazon.com/blogs/aws/mq-quorum/)** keep a message on three brokers.

**[AWS Backup for tables](https://aws.amazon.com/blogs/aws/backup-tables/)** copies DynamoDB tables once a day.
`;

const OTHER = POST.replace("What we take home", "Another view").replace("Ines Calder", "Sam Else");

/** A published import of everything in a post. */
async function published(text = POST) {
  const lead = await createLead();
  const review = await readIn(lead.viewer, lead.conference.slug, text);
  await acceptEverything(lead.viewer, review.id);
  await publishImport(lead.viewer, review.id);
  return { ...lead, review };
}

async function acceptEverything(viewer: TeamViewer, importId: string): Promise<void> {
  for (const { id, version } of (await reviewOf(viewer, importId)).candidates) {
    await resolveCandidate(viewer, { candidateId: id, version, resolution: "accept" });
  }
}

function standing({ number, title, resolution, match }: Awaited<ReturnType<typeof reviewOf>>["candidates"][number]) {
  return [number, title, resolution, match?.reason];
}

function titlesOf(conferenceId: string) {
  return {
    where: { conferenceId },
    orderBy: { title: "asc" },
    select: { title: true, slug: true, serviceNames: true, mentionCount: true, availability: true, figures: true },
  } as const;
}

async function everythingIn(conferenceId: string) {
  return {
    announcements: await testDb().announcement.findMany({
      where: { conferenceId },
      omit: { updatedAt: true, createdAt: true, importId: true },
      orderBy: { title: "asc" },
      include: {
        links: { omit: { importId: true }, orderBy: { url: "asc" } },
        services: { omit: { importId: true }, orderBy: { position: "asc" } },
        mentions: { orderBy: { id: "asc" } },
      },
    }),
    sources: await testDb().source.findMany({ where: { conferenceId } }),
  };
}

function withoutIds({ announcements, sources }: Awaited<ReturnType<typeof everythingIn>>) {
  return {
    sources: sources.map(({ title, author }) => [title, author]),
    said: announcements.map(({ title, availability, mentions }) => [
      title,
      availability,
      mentions.map(({ excerpt }) => excerpt),
    ]),
  };
}

function mentionsIn(conferenceId: string) {
  return testDb().mention.findMany({
    where: { announcement: { conferenceId } },
    orderBy: { id: "asc" },
    select: { id: true, excerpt: true, take: true },
  });
}
