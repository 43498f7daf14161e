import { beforeAll, describe, expect, it } from "vitest";

import { createAnnouncement, createComment, createConference } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";
import type { TeamViewer } from "@/lib/identity/types";

import { GROUPS } from "./filter";
import { parseBoardFilter, type SearchParams } from "./parse-filter";
import { readBoard } from "./queries";
import type { BoardRow } from "./types";

const TOTAL = 130;

let viewer: TeamViewer;
let slug: string;

/** Full of ties: in the title, in a service, in the summary, in a comment or nowhere, imported in two batches. */
beforeAll(async () => {
  viewer = await createTeamViewer();
  const conference = await createConference();
  slug = conference.slug;
  await testDb().announcement.createMany({
    data: Array.from({ length: TOTAL }, (_, n) => ({
      slug: `${slug}-${n}`,
      conferenceId: conference.id,
      title: n % 5 === 0 ? `Graviton ${n}` : `Widgets ${n}`,
      serviceNames: n % 5 === 1 ? ["Graviton Builder"] : ["Widget Builder"],
      serviceSlugs: n % 5 === 1 ? ["graviton-builder"] : ["widget-builder"],
      summary: n % 5 === 2 ? "On graviton." : "On widgets.",
      category: n % 2 === 0 ? "compute" : "storage",
      createdAt: new Date(Date.UTC(2030, 0, 1 + (n % 2), 0, 0, 0, 1)),
    })),
  });
  const others = await testDb().announcement.findMany({
    where: { conferenceId: conference.id },
    orderBy: { id: "asc" },
  });
  for (const { id, slug: own } of others) {
    if (Number(own.split("-").at(-1)) % 5 !== 3) continue;
    await createComment({
      teamId: viewer.teamId,
      announcementId: id,
      authorId: viewer.personId,
      body: "And graviton?",
    });
  }
});

/** Every row of every page. */
async function walk(params: SearchParams): Promise<BoardRow[]> {
  const filter = parseBoardFilter(params);
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

const numberOf = (row: BoardRow) => Number(row.slug.split("-").at(-1));

describe("the best match", () => {
  it("is first: in the title, in a service, in the summary, in what the team says, and of these the newer", async () => {
    const rows = await walk({ q: "graviton" });

    const places = rows.map((row) => [numberOf(row) % 5, 1 - (numberOf(row) % 2), row.id] as const);
    expect(places).toHaveLength((TOTAL / 5) * 4);
    expect(places).toEqual(places.toSorted(([a, b, c], [d, e, f]) => a - d || b - e || (c < f ? -1 : 1)));
  });

  it.each(GROUPS)("goes through every row once in groups by %s", async (group) => {
    const plain = await walk({ q: "graviton" });
    const grouped = await walk({ q: "graviton", group });

    const groupOf = (row: BoardRow) =>
      group === "none" ? "" : group === "category" ? row.category : (row.services[0] ?? "");
    const groups = [...new Set(plain.map(groupOf))].sort();
    const expected = groups.flatMap((name) => plain.filter((row) => groupOf(row) === name));
    expect(grouped.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  it("leaves another order that was chosen as it is", async () => {
    const rows = await walk({ q: "graviton", sort: "newest" });

    expect(rows.map(numberOf).map((n) => n % 2)).toEqual(
      rows
        .map(numberOf)
        .map((n) => n % 2)
        .sort((a, b) => b - a),
    );
  });

  it("is what resembles a misspelt search most", async () => {
    const one = await createConference();
    await createAnnouncement({ title: "Gravitons of a kind", conferenceId: one.id });
    await createAnnouncement({ title: "Graviton2", conferenceId: one.id });

    const board = await readBoard(viewer, one.slug, parseBoardFilter({ q: "gravitton2" }));

    expect(board?.rows[0]?.title).toBe("Graviton2");
  });
});
