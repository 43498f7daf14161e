import { beforeAll, describe, expect, it } from "vitest";

import type { TeamViewer } from "@/lib/identity/types";
import { Prisma } from "@/lib/db/generated/client";
import { withClient } from "@/lib/db/connection";
import { createConference, createTeam } from "@/lib/testing/builders";
import { testDatabaseUrl, testDb } from "@/lib/testing/database";
import { createTeamViewer } from "@/lib/testing/viewers";

import { GROUPS, SORTS, WHOLE_BOARD, type BoardFilter } from "./filter";
import { PAGE_SIZE, pageStatement, readPage } from "./rows";

const TOTAL = 20_000;
const CATEGORY_SIZE = TOTAL / 8;
const MARKED = TOTAL / 10;

let viewer: TeamViewer;
let slug: string;

/** A conference as large as they come, marked by two thousand; the viewer has marked a tenth of it. */
beforeAll(async () => {
  const team = await createTeam();
  viewer = await createTeamViewer({ team });
  const { id, slug: conferenceSlug } = await createConference();
  slug = conferenceSlug;
  const ids = { conference: `'${id}'::uuid`, team: `'${team.id}'::uuid`, person: `'${viewer.personId}'::uuid` };
  await withClient(testDatabaseUrl(), async (client) => {
    await client.query("SET session_replication_role = replica");
    for (const statement of largeConference(ids)) await client.query(statement);
    await client.query("SET session_replication_role = origin");
    await client.query("VACUUM ANALYZE");
  });
}, 120_000);

function largeConference({ conference, team, person }: Record<"conference" | "team" | "person", string>): string[] {
  const category =
    "(ARRAY['analytics','compute','containers','databases','machine-learning','security','serverless','storage'])[1 + n % 8]";
  return [
    // As wide as announcements are, or reading all of them would be as cheap as finding some.
    `INSERT INTO announcement (id, slug, conference_id, title, summary, search_text, category, mention_count, service_slugs, service_names, created_at)
     SELECT md5('large-' || n)::uuid, 'large-' || n, ${conference}, 'Faster workload ' || n % 1000, repeat('What it does. ', 30), repeat('what it does ', 30), ${category}, n % 4,
       ARRAY['service-' || n % 40], ARRAY['Service ' || n % 40], now() - n / 500 * interval '1 day'
     FROM generate_series(1, ${TOTAL}) AS n`,
    `INSERT INTO tally (team_id, conference_id, announcement_id, adopt, investigate, ignore, last_activity_at)
     SELECT ${team}, ${conference}, md5('large-' || n)::uuid, n * 17 % 700, n * 31 % 700, n * 13 % 600,
       now() - n * 37 % 9000 * interval '1 minute'
     FROM generate_series(1, ${TOTAL}) AS n WHERE n % 10 <> 7`,
    `INSERT INTO vote (team_id, announcement_id, person_id, choice)
     SELECT ${team}, md5('large-' || n)::uuid, ${person}, 'adopt'
     FROM generate_series(1, ${TOTAL}) AS n WHERE n % 10 = 1`,
  ];
}

type Plan = {
  "Node Type": string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
};

function sighted(filter: BoardFilter) {
  return { viewer, conferenceSlug: slug, filter, search: null };
}

/** How many rows the most any step of the plan took from a table, an index or the step below it. */
async function mostRows(filter: BoardFilter): Promise<number> {
  const statement = pageStatement(sighted(filter));
  const [, [row]] = await testDb().$transaction([
    // How dear an index looks depends on how much of the table the vacuum could look at beside other tests.
    testDb().$executeRaw`SET LOCAL enable_seqscan = off`,
    testDb().$queryRaw<{ "QUERY PLAN": { Plan: Plan }[] }[]>(Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${statement}`),
  ]);
  const all = (plan: Plan): number[] => [
    (plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0)) * plan["Actual Loops"],
    ...(plan.Plans ?? []).flatMap(all),
  ];
  return Math.max(...(row?.["QUERY PLAN"] ?? []).flatMap(({ Plan: plan }) => all(plan)));
}

/** The filter of the first page, of the second, and of one far down the list. */
async function pages(filter: BoardFilter): Promise<BoardFilter[]> {
  const afters: (string | null)[] = [null];
  for (let n = 0; n < 40; n += 1) {
    const { next } = await readPage(sighted({ ...filter, after: afters.at(-1) ?? null }));
    afters.push(next);
  }
  return [null, afters[1], afters.at(-1)].map((after) => ({ ...filter, after: after ?? null }));
}

describe("a page of 20,000 announcements", () => {
  it.each(SORTS)("by %s reads little more than it shows, wherever it stands", async (sort) => {
    for (const page of await pages({ ...WHOLE_BOARD, view: "all", sort, group: "none" })) {
      expect(await mostRows(page)).toBeLessThan(4 * PAGE_SIZE);
    }
  });

  it.each(SORTS)("by %s reads no more than my own marks to pass over them", async (sort) => {
    for (const page of await pages({ ...WHOLE_BOARD, sort, group: "none" })) {
      expect(await mostRows(page)).toBeLessThan(1.2 * MARKED);
    }
  });

  it.each(SORTS.flatMap((sort) => GROUPS.slice(1).map((group) => [sort, group] as const)))(
    "by %s in groups by %s puts no more than a group in order",
    async (sort, group) => {
      for (const page of await pages({ ...WHOLE_BOARD, view: "all", sort, group })) {
        expect(await mostRows(page)).toBeLessThan(1.5 * CATEGORY_SIZE);
      }
    },
  );
});
