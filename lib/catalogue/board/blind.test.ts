import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import type { TeamViewer } from "@/lib/identity/types";
import { CATEGORIES } from "@/lib/recap/types";
import { createConference, createRound, createTeam } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";
import { castVote } from "@/lib/voting/commands";
import { CHOICES } from "@/lib/voting/types";

import { readFacets } from "./facets";
import { GROUPS, LEANS, MY_MARKS, SORTS, type BoardFilter } from "./filter";
import { parseBoardFilter } from "./parse-filter";
import { readBoard, readBoardRows } from "./queries";
import { PAGE_SIZE } from "./rows";

const TOTAL = 70;

let slug: string;
/** Somebody in each of two teams that differ only in what their colleagues chose where they have not marked. */
let worlds: [TeamViewer, TeamViewer];

beforeAll(async () => {
  const conference = await createConference();
  slug = conference.slug;
  await testDb().announcement.createMany({
    data: Array.from({ length: TOTAL }, (_, n) => ({
      slug: `${slug}-${n}`,
      conferenceId: conference.id,
      title: `Widgets ${n}`,
      category: CATEGORIES[n % 3] ?? "other",
    })),
  });
  const announcements = await testDb().announcement.findMany({ orderBy: { slug: "asc" } });
  const makeWorld = async (turn: number) => {
    const team = await createTeam();
    const viewer = await createTeamViewer({ team });
    const colleagues = [await createTeamViewer({ team }), await createTeamViewer({ team })];
    const { teamId, personId } = viewer;
    await createRound({ teamId, conferenceId: conference.id, openedById: personId, isBlind: true, quorum: 2 });
    for (const [n, { id: announcementId }] of announcements.entries()) {
      const isMine = n % 3 === 0;
      if (isMine) await castVote(viewer, { announcementId, choice: CHOICES[n % 2] ?? "adopt" });
      for (const [m, colleague] of colleagues.entries()) {
        const choice = CHOICES[(n + m + (isMine ? 0 : turn * (1 + (n % 2)))) % 3] ?? "adopt";
        if (n % 4 > m) await castVote(colleague, { announcementId, choice });
      }
      // When something happened may be known; what happened may not.
      const lastActivityAt = new Date(Date.UTC(2030, 0, 1, 0, (n * 7) % 11));
      await testDb().tally.updateMany({ where: { teamId, announcementId }, data: { lastActivityAt } });
    }
    return viewer;
  };
  worlds = [await makeWorld(0), await makeWorld(1)];
}, 60_000);

const filters = fc
  .record({
    view: fc.constantFrom("todo", "all"),
    sort: fc.constantFrom(...SORTS),
    group: fc.constantFrom(...GROUPS),
    mine: fc.subarray([...MY_MARKS], { maxLength: 1 }),
    lean: fc.subarray([...LEANS], { maxLength: 2 }),
    q: fc.constantFrom("", "", "widgets"),
  })
  .map(parseBoardFilter);

async function everything(viewer: TeamViewer, filter: BoardFilter): Promise<unknown> {
  const pages: unknown[] = [];
  let after: string | null = null;
  do {
    const board = await readBoard(viewer, slug, { ...filter, after });
    pages.push([board?.rows, board?.next, board?.split]);
    after = board?.next ?? null;
    expect(pages.length).toBeLessThanOrEqual(Math.ceil(TOTAL / PAGE_SIZE));
  } while (after);
  return [pages, await readFacets(viewer, slug, filter)];
}

describe("a board in a blind round", () => {
  it("is the same page by page, and counts the same, whatever is hidden", async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const [one, other] = worlds;
        expect(await everything(one, filter)).toEqual(await everything(other, filter));
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it.each(SORTS.flatMap((sort) => GROUPS.map((group) => [sort, group] as const)))(
    "holds every row once by %s in groups by %s",
    async (sort, group) => {
      const filter = parseBoardFilter({ view: "all", sort, group });
      const shown = new Set<string>();
      let after: string | null = null;
      for (let page = 0; page < 2; page += 1) {
        const board = await readBoardRows(worlds[0], slug, { ...filter, after });
        for (const { id } of board?.rows ?? []) shown.add(id);
        after = board?.next ?? null;
      }
      expect([shown.size, after]).toEqual([TOTAL, null]);
    },
  );

  it("is not the same once the round is closed", async () => {
    await testDb().round.updateMany({ data: { closedAt: new Date() } });
    const [one, other] = worlds;
    const filter = parseBoardFilter({ view: "all", sort: "support" });
    expect(await everything(one, filter)).not.toEqual(await everything(other, filter));
    await testDb().round.updateMany({ data: { closedAt: null } });
  });
});
