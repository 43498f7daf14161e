import { describe, expect, it } from "vitest";

import {
  createAnnouncement,
  createComment,
  createConference,
  createMember,
  createSource,
  createTeam,
  createVote,
} from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { readAnnouncement } from "./announcement";

describe("readAnnouncement", () => {
  it("gives what its sources say, the best link first", async () => {
    const viewer = await createTeamViewer();
    const figures = [{ text: "up to 40 % cheaper", kind: "percent", value: 40, unit: "%" }];
    const { id, slug } = await createAnnouncement({ services: ["Widget Store", "Widget Press"], figures });
    const source = await createSource({ title: "Notes", publishedOn: new Date("2030-12-04") });
    await testDb().mention.create({
      data: { announcementId: id, sourceId: source.id, section: "Day 1", take: "Worth a try.", excerpt: "It is here." },
    });
    await testDb().announcementLink.createMany({
      data: [
        { announcementId: id, url: "https://b.example/x", canonicalUrl: "b", position: 1 },
        { announcementId: id, url: "https://a.example/x", canonicalUrl: "a", kind: "announcement", position: 0 },
      ],
    });

    expect(await readAnnouncement(viewer, slug)).toMatchObject({
      services: [
        { slug: "widget-store", name: "Widget Store" },
        { slug: "widget-press", name: "Widget Press" },
      ],
      figures,
      links: [{ url: "https://a.example/x", kind: "announcement" }, { url: "https://b.example/x" }],
      mentions: [
        { title: "Notes", publishedOn: "2030-12-04", section: "Day 1", take: "Worth a try.", excerpt: "It is here." },
      ],
      mentionCount: 1,
      mine: null,
      decision: null,
    });
  });

  it("shows everybody's marks and notes by choice, notes first, and who has not marked", async () => {
    const team = await createTeam();
    const viewer = await createTeamViewer({ team });
    const [quiet, noted, waiting] = await Promise.all([
      createMember({ team }),
      createMember({ team }),
      createMember({ team }),
    ]);
    const { id: announcementId, slug } = await createAnnouncement();
    const ids = { teamId: team.id, announcementId };
    await createVote({ ...ids, personId: noted.person.id, note: "Cheaper." });
    await createVote({ ...ids, personId: quiet.person.id });
    await createVote({ ...ids, personId: viewer.personId, choice: "ignore", note: "Not for us." });

    const page = await readAnnouncement(viewer, slug);

    expect(page?.mine).toEqual({ choice: "ignore", note: "Not for us." });
    expect(page?.tally).toEqual({ adopt: 2, investigate: 0, ignore: 1 });
    expect(page?.team.byChoice.adopt.map(({ note }) => note)).toEqual(["Cheaper.", ""]);
    expect(page?.team.byChoice.investigate).toEqual([]);
    expect(page?.team.waiting).toEqual({
      people: [{ personId: waiting.person.id, name: waiting.person.name }],
      total: 1,
    });
    expect(page?.team.members).toBe(4);
  });

  it("shows nothing of another team: marks, notes, comments, decision, members", async () => {
    const viewer = await createTeamViewer();
    const other = await createTeamViewer({ role: "lead" });
    const { id: announcementId, slug } = await createAnnouncement();
    const ids = { teamId: other.teamId, announcementId };
    await createVote({ ...ids, personId: other.personId, note: "Between us." });
    await createComment({ ...ids, authorId: other.personId });
    await testDb().decision.create({ data: { ...ids, choice: "adopt", decidedById: other.personId } });

    const page = await readAnnouncement(viewer, slug);

    expect(page).toMatchObject({
      mine: null,
      tally: { adopt: 0, investigate: 0, ignore: 0 },
      lean: null,
      comments: 0,
      decision: null,
      marks: 0,
      team: { byChoice: { adopt: [] }, members: 1, waiting: { people: [{ personId: viewer.personId }], total: 1 } },
    });
    expect(JSON.stringify(page)).not.toContain(other.personId);
  });

  it("shows fifty marks of a choice and fifty people who wait, and counts them all", async () => {
    const team = await createTeam();
    const viewer = await createTeamViewer({ team });
    const { id: announcementId, slug } = await createAnnouncement();
    for (let index = 0; index < 110; index++) {
      const { person } = await createMember({ team });
      if (index < 55) await createVote({ teamId: team.id, announcementId, personId: person.id });
    }

    const page = await readAnnouncement(viewer, slug);

    expect(page?.team.byChoice.adopt).toHaveLength(50);
    expect(page?.tally?.adopt).toBe(55);
    expect(page?.team.waiting).toMatchObject({ people: { length: 50 }, total: 56 });
  });

  it("names what stands before and after it on the board: by category, then title", async () => {
    const viewer = await createTeamViewer();
    const { id: conferenceId } = await createConference();
    const made = (category: string, title: string) => createAnnouncement({ conferenceId, category, title });
    const [b, a, c] = [await made("compute", "B"), await made("compute", "A"), await made("analytics", "C")];
    await createAnnouncement({ category: "compute", title: "AA" });

    expect(await readAnnouncement(viewer, c.slug)).toMatchObject({ previous: null, next: { slug: a.slug } });
    expect(await readAnnouncement(viewer, a.slug)).toMatchObject({
      previous: { slug: c.slug },
      next: { slug: b.slug, title: "B" },
    });
    expect(await readAnnouncement(viewer, b.slug)).toMatchObject({ previous: { slug: a.slug }, next: null });
  });

  it("is null for what is not there", async () => {
    expect(await readAnnouncement(await createTeamViewer(), "no-such-thing")).toBeNull();
  });
});
