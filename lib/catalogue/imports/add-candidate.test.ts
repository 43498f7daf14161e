import { describe, expect, it } from "vitest";

import { createAnnouncement } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { addCandidate } from "./add-candidate";
import { publishImport } from "./publish-import";
import { resolveCandidate } from "./review-commands";
import { createLead, POST, readIn, reviewOf } from "./testing";

const TEXT = `${POST}
The last thing on stage was a quiet one. Somebody showed [Amazon Aurora *Night* Mode](https://aws.amazon.com/about-aws/whats-new/2031/05/night/) in preview, which costs up to 30% less while nobody asks it anything. The rest of the evening was about people, and about a queue that was longer than the hall it led to.
`;
const MISSED = "Amazon Aurora *Night* Mode](https://aws.amazon.com/about-aws/whats-new/2031/05/night/)";

async function setUp() {
  const { viewer, team, conference } = await createLead();
  const review = await readIn(viewer, conference.slug, TEXT);
  const start = review.text.indexOf(MISSED);
  // The reader may find it one day; what is tested is that a person can add it.
  await testDb().candidate.deleteMany({ where: { importId: review.id, title: { contains: "Night" } } });
  return { viewer, team, conference, importId: review.id, found: review.candidates.length, start, end: start + 26 };
}

describe("addCandidate", () => {
  it("adds what was selected, described by its passage, after the others", async () => {
    const { viewer, importId, start, end } = await setUp();

    const result = await addCandidate(viewer, { importId, start, end });

    expect(result).toMatchObject({
      ok: true,
      value: {
        title: "Amazon Aurora Night Mode",
        services: ["Amazon Aurora"],
        category: "databases",
        availability: "preview",
        confidence: 1,
        resolution: "open",
        place: { start, end },
      },
    });
    const { candidates } = await reviewOf(viewer, importId);
    expect(candidates.at(-1)).toEqual(result.ok && result.value);
    expect(new Set(candidates.map(({ number }) => number)).size).toBe(candidates.length);
    const row = await testDb().candidate.findFirst({ where: { importId, title: "Amazon Aurora Night Mode" } });
    expect(row?.links).toMatchObject([{ kind: "announcement" }]);
    expect(row?.figures).toMatchObject([{ text: "up to 30% less" }]);
    expect(TEXT.replace(/\[|\]\(.*?\)|\*/g, "")).toContain(row?.excerpt);
  });

  it("finds the words of a form in the post, and takes the title that goes with them", async () => {
    const { viewer, importId, start } = await setUp();

    const result = await addCandidate(viewer, { importId, words: "aurora  night mode", title: "Aurora that sleeps" });

    expect(result).toMatchObject({ value: { title: "Aurora that sleeps", place: { start: start + 7 } } });
  });

  it("takes a double click as one, and one of two leads for the other", async () => {
    const { viewer, importId, found, start, end } = await setUp();
    const add = () => addCandidate(viewer, { importId, start, end });

    const [one, other] = await Promise.all([add(), add()]);

    expect(one).toEqual(other);
    expect(await testDb().candidate.count({ where: { importId } })).toBeLessThanOrEqual(found + 1);
  });

  it("says what it seems to be already", async () => {
    const { viewer, importId, conference, start, end } = await setUp();
    const known = await createAnnouncement({
      conferenceId: conference.id,
      title: "Amazon Aurora Night Mode",
      services: ["Amazon Aurora"],
    });

    expect(await addCandidate(viewer, { importId, start, end })).toMatchObject({
      value: { match: { announcementId: known.id, reason: "same title" } },
    });
  });

  it("is published like any other, and can be skipped again", async () => {
    const { viewer, importId, start, end, conference } = await setUp();
    const added = await addCandidate(viewer, { importId, start, end });
    if (!added.ok) throw new Error(added.problem.message);
    const { id: candidateId, version } = added.value;
    expect(await resolveCandidate(viewer, { candidateId, version, resolution: "skip" } as never)).toMatchObject({
      ok: true,
    });
    await resolveCandidate(viewer, { candidateId, version: version + 1, resolution: "accept" } as never);

    await publishImport(viewer, importId);

    const made = await testDb().announcement.findFirst({
      where: { conferenceId: conference.id, title: "Amazon Aurora Night Mode" },
      include: { mentions: true },
    });
    expect(made?.mentions[0]?.excerpt).toContain("Somebody showed Amazon Aurora Night Mode");
  });

  it.each([
    ["a place outside the post", { start: 5, end: 10_000_000 }, /not there/],
    ["a place that ends before it begins", { start: 10, end: 10 }, /not there/],
    ["a place before the post", { start: -1, end: 10 }, /not there/],
    ["nothing at all", {}, /Write the words/],
    ["words that are not in the post", { words: "Kettle Quiet" }, /not in the post/],
    ["marks alone", { words: "**" }, /no title|not in the post/],
    ["a whole passage", { words: "word ".repeat(100) }, /whole passage/],
    ["too long a title", { words: "Proton", title: "x".repeat(201) }, /Shorten it/],
  ])("refuses %s and stores nothing", async (_, input, message) => {
    const { viewer, importId } = await setUp();
    const before = await testDb().candidate.count({ where: { importId } });

    const result = await addCandidate(viewer, { importId, ...input });

    expect(!result.ok && result.problem.message).toMatch(message);
    expect(await testDb().candidate.count({ where: { importId } })).toBe(before);
  });

  it("answers leads of the import's team alone, while it is under review", async () => {
    const { viewer, team, importId, start, end } = await setUp();
    const input = { importId, start, end };

    expect(await addCandidate(await createTeamViewer({ team }), input)).toMatchObject({
      problem: { kind: "forbidden" },
    });
    expect(await addCandidate(await createTeamViewer({ role: "lead" }), input)).toMatchObject({
      problem: { kind: "not-found" },
    });
    await testDb().import.update({ where: { id: importId }, data: { state: "published" } });
    expect(await addCandidate(viewer, input)).toMatchObject({ problem: { kind: "conflict" } });
  });
});
