import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import type { TeamViewer } from "@/lib/identity/types";
import { AVAILABILITIES, CATEGORIES } from "@/lib/recap/types";
import { createAnnouncement, createComment, createConference, createTeam } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";
import { castVote } from "@/lib/voting/commands";
import { CHOICES } from "@/lib/voting/types";

import { encodeBoardCursor, NO_SERVICE } from "./cursor";
import { GROUPS, LEANS, MY_MARKS, SORTS, WHOLE_BOARD, type BoardFilter, type Sort } from "./filter";
import { parseBoardFilter } from "./parse-filter";
import { readBoard } from "./queries";
import type { BoardRow } from "./types";

const TOTAL = 130;

type Known = { id: string; group: { none: string; category: string; service: string }; values: Values };
type Values = Record<Exclude<Sort, "category" | "relevance">, number | null>;

let viewer: TeamViewer;
let slug: string;
let known: Map<string, Known>;

/** A conference full of ties: few marks, few mentions, imported in three batches, a third of it untouched. */
beforeAll(async () => {
  const team = await createTeam();
  viewer = await createTeamViewer({ team });
  const colleagues = [await createTeamViewer({ team }), await createTeamViewer({ team })];
  const conference = await createConference();
  slug = conference.slug;
  await testDb().announcement.createMany({
    data: Array.from({ length: TOTAL }, (_, n) => ({
      slug: `${slug}-${n}`,
      conferenceId: conference.id,
      title: `Widgets ${n % 7}`,
      category: CATEGORIES[n % 5] ?? "other",
      availability: AVAILABILITIES[n % 4] ?? "ga",
      mentionCount: n % 3,
      serviceSlugs: [[], ["z-last", "a-first"], ["a-first"], ["m"]][n % 4] ?? [],
      serviceNames: [[], ["Z last", "A first"], ["A first"], ["M"]][n % 4] ?? [],
      createdAt: new Date(Date.UTC(2030, 0, 1 + (n % 3), 0, 0, 0, n % 2)),
    })),
  });
  const announcements = await testDb().announcement.findMany({ where: { conferenceId: conference.id } });
  for (const [n, { id: announcementId }] of announcements.entries()) {
    if (n % 3 === 0) continue;
    if (n % 2 === 0) await castVote(viewer, { announcementId, choice: CHOICES[n % 3] ?? "adopt" });
    for (const [m, colleague] of colleagues.entries()) {
      if (n % 5 > m + 1) await castVote(colleague, { announcementId, choice: CHOICES[(n + m) % 3] ?? "adopt" });
    }
    const { teamId, personId: authorId } = viewer;
    if (n % 7 === 1) await createComment({ teamId, announcementId, authorId });
    if (n % 20 === 1) {
      await testDb().decision.create({ data: { teamId, announcementId, choice: "adopt", decidedById: authorId } });
    }
  }
  const tallies = await testDb().tally.findMany({ where: { teamId: team.id } });
  const byId = new Map(tallies.map((tally) => [tally.announcementId, tally]));
  known = new Map(
    announcements.map(({ id, category, serviceSlugs, mentionCount, createdAt }) => {
      const { support = null, disagreement = null, lastActivityAt } = byId.get(id) ?? {};
      const activity = lastActivityAt?.getTime() ?? null;
      const values = { support, disagreement, mentions: mentionCount, newest: createdAt.getTime(), activity };
      const group = { none: "", category, service: serviceSlugs[0] ?? NO_SERVICE };
      return [id, { id, group, values }];
    }),
  );
});

/** Every row of every page. */
async function walk(filter: BoardFilter): Promise<BoardRow[]> {
  const rows: BoardRow[] = [];
  let after: string | null = null;
  do {
    const page = await readBoard(viewer, slug, { ...filter, after });
    rows.push(...(page?.rows ?? []));
    after = page?.next ?? null;
    expect(rows.length).toBeLessThanOrEqual(TOTAL);
  } while (after);
  return rows;
}

/** The rows of a list by category and title, put into another order by what is known of them. */
function inOrder(rows: BoardRow[], { sort, group }: BoardFilter): string[] {
  const at = (id: string) => known.get(id) ?? { id, group: { none: "", category: "", service: "" }, values: null };
  const value = (id: string) =>
    sort === "category" || sort === "relevance" ? 0 : (at(id).values?.[sort] ?? -Infinity);
  const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));
  return rows
    .map(({ id }) => id)
    .sort((one, other) => {
      const byGroup = compare(at(one).group[group], at(other).group[group]);
      // The list stays as it is where it is by category and title already.
      if (byGroup !== 0 || sort === "category") return byGroup;
      return value(one) === value(other) ? compare(one, other) : value(other) - value(one);
    });
}

const filters = fc
  .record({
    view: fc.constantFrom("todo", "all", "all"),
    sort: fc.constantFrom(...SORTS),
    group: fc.constantFrom(...GROUPS),
    category: fc.subarray([...CATEGORIES.slice(0, 6)]),
    mine: fc.subarray([...MY_MARKS], { maxLength: 1 }),
    lean: fc.subarray([...LEANS], { maxLength: 2 }),
    service: fc.subarray(["a-first", "m", "nowhere"], { maxLength: 1 }),
  })
  .map(parseBoardFilter);

describe("the orders of a board", () => {
  it("each hold every row once, in the order of its value, under every filter and in every group", async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const plain = await walk({ ...filter, sort: "category", group: "category" });
        const rows = await walk(filter);
        expect(rows.map(({ id }) => id)).toEqual(inOrder(plain, filter));
      }),
      { numRuns: 150 },
    );
  });

  it.each(SORTS.flatMap((sort) => GROUPS.map((group) => [sort, group] as const)))(
    "hold all of it by %s in groups by %s",
    async (sort, group) => {
      const filter = { ...WHOLE_BOARD, view: "all", sort, group } as const;
      const plain = await walk({ ...filter, sort: "category", group: "category" });

      expect(plain).toHaveLength(TOTAL);
      expect((await walk(filter)).map(({ id }) => id)).toEqual(inOrder(plain, filter));
    },
  );

  it("put one of one below three of four, and what nobody has marked last", async () => {
    const team = await createTeam();
    const people = await Promise.all([1, 2, 3, 4].map(() => createTeamViewer({ team })));
    const conference = await createConference();
    const given = ["One of one", "Three of four", "Unmarked"].map((title) => ({ title, conferenceId: conference.id }));
    const [one, three] = await Promise.all(given.map((announcement) => createAnnouncement(announcement)));
    for (const [n, person] of people.entries()) {
      if (n === 0) await castVote(person, { announcementId: one?.id ?? "", choice: "adopt" });
      await castVote(person, { announcementId: three?.id ?? "", choice: n === 0 ? "ignore" : "adopt" });
    }

    const filter = { ...WHOLE_BOARD, view: "all", sort: "support", group: "none" } as const;
    const [lead = viewer] = people;
    const titles = (await readBoard(lead, conference.slug, filter))?.rows.map(({ title }) => title);
    expect(titles).toEqual(["Three of four", "One of one", "Unmarked"]);
  });

  it("go on from where a cursor stands though its row has moved meanwhile", async () => {
    for (const sort of ["support", "disagreement", "activity"] as const) {
      const filter = { ...WHOLE_BOARD, view: "all", sort, group: "none" } as const;
      const page = await readBoard(viewer, slug, filter);
      const moved = page?.rows.at(-1);
      await castVote(viewer, { announcementId: moved?.id ?? "", choice: "investigate" });

      const shown = new Set(page?.rows.map(({ id }) => id));
      let after = page?.next ?? null;
      for (let pages = 0; after; pages += 1) {
        expect(pages).toBeLessThan(4);
        const more = await readBoard(viewer, slug, { ...filter, after });
        for (const { id } of more?.rows ?? []) shown.add(id);
        after = more?.next ?? null;
      }
      expect(shown.size).toBe(TOTAL);
    }
  });

  it("start from the top for a cursor of another order or of none", async () => {
    const filter = { ...WHOLE_BOARD, view: "all", sort: "support", group: "none" } as const;
    const top = await readBoard(viewer, slug, filter);
    const key = { group: null, values: [3], id: "00000000-0000-4000-8000-000000000000" };
    for (const after of ["e30", encodeBoardCursor({ sort: "mentions", group: "none" }, key), "x".repeat(2_000)]) {
      expect((await readBoard(viewer, slug, { ...filter, after }))?.rows).toEqual(top?.rows);
    }
  });
});
