import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createAnnouncement, createConference, createRound, createTeam, createVote } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";
import type { TeamViewer } from "@/lib/identity/types";

import { withHits } from "./hits";
import { matches, relevance } from "./matches";
import { suggestSearch } from "./suggest";

describe("a search in a blind round", () => {
  it("gives the same in two worlds that differ only in notes that are hidden", async () => {
    const [one, other] = [await blindWorld("Secret plan: migrate to graviton, cost 7 sprints"), await blindWorld("")];
    const words = ["secret", "plan", "graviton", "cost", "7", "quiet", "disks", "-secret", "-quiet", "or", '"cost 7"'];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }), async (typed) => {
        const search = typed.join(" ");
        expect(await seen(search, one)).toEqual(await seen(search, other));
      }),
      { numRuns: 80 },
    );
    expect(await seen("secret", one)).toMatchObject({ titles: [] });
  });

  it("finds a note once its reader has marked, and one's own at any time", async () => {
    const { slug, viewer, author, announcementId } = await blindWorld("Secret plan");

    expect(await found("secret", slug, viewer)).toEqual([]);
    expect(await found("secret", slug, author)).toEqual(["Quiet disks"]);
    await createVote({ teamId: viewer.teamId, announcementId, personId: viewer.personId });
    expect(await found("secret", slug, viewer)).toEqual(["Quiet disks"]);
  });

  async function found(search: string, slug: string, viewer: TeamViewer): Promise<string[]> {
    const rows = await testDb().$queryRaw<{ title: string }[]>`
      SELECT title FROM announcement WHERE ${matches(search, slug, viewer)}`;
    return rows.map(({ title }) => title);
  }

  type World = Awaited<ReturnType<typeof blindWorld>>;

  async function blindWorld(note: string) {
    const team = await createTeam();
    const [author, viewer] = [await createTeamViewer({ team }), await createTeamViewer({ team, role: "lead" })];
    const conference = await createConference();
    const announcement = await createAnnouncement({ title: "Quiet disks", conferenceId: conference.id });
    await createAnnouncement({ title: "Graviton", conferenceId: conference.id });
    await createVote({ teamId: team.id, announcementId: announcement.id, personId: author.personId, note });
    const round = { teamId: team.id, conferenceId: conference.id, openedById: viewer.personId };
    await createRound({ ...round, isBlind: true });
    return { slug: conference.slug, viewer, author, announcementId: announcement.id };
  }

  async function seen(search: string, { slug, viewer }: World) {
    const rows = await testDb().$queryRaw<{ id: string; title: string; relevance: number }[]>`
      SELECT id, title, trunc((${relevance(search)})::numeric, 0)::int AS relevance FROM announcement
      WHERE ${matches(search, slug, viewer)} AND conference_id = (SELECT id FROM conference WHERE slug = ${slug})
      ORDER BY title`;
    const plain = rows.map(({ id, title }) => ({ id, title, services: [], mine: null }));
    const hits = (await withHits(viewer, search, plain)).map(({ hit }) => hit);
    const suggestion = await suggestSearch(search, slug, viewer);
    return { titles: rows.map(({ title, relevance: fit }) => [title, fit]), hits, suggestion };
  }
});
