import "server-only";

import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";
import { isSlug } from "@/lib/text/slug";
import { openTallies, seenTally } from "@/lib/voting/sight";

import {
  conferenceId,
  facetConditions,
  onlyDecided,
  ownDecision,
  ownVote,
  quorum,
  searchCondition,
  type Sighted,
} from "./conditions";
import { FACETS, type BoardFilter, type Facet } from "./filter";
import { withoutGone } from "./gone";
import type { BoardFacets, Match } from "./types";

/**
 * Sources and services of a conference that are offered, the most frequent whatever is chosen, so that the list stays as
 * it is; what is chosen is offered as well. More are found by searching.
 */
const OFFERED = 10;

/**
 * How many announcements each value of each facet would show, given all other facets, the view and the search; and how many
 * the views hold that are counted nowhere else. One statement that looks at each announcement of the conference once
 * (docs/decisions/0011). Where a search found only what resembles it, that is counted. Null for no such conference.
 */
export async function readFacets(
  viewer: TeamViewer,
  conferenceSlug: string,
  asked: BoardFilter,
): Promise<BoardFacets | null> {
  if (!isSlug(conferenceSlug)) return null;
  const { filter } = await withoutGone(asked);
  const count = (match: Match) =>
    countFacets({ viewer, conferenceSlug, filter, search: searchCondition(filter.q, conferenceSlug, viewer, match) });
  const exact = await count("exact");
  if (exact && exact.total === 0 && filter.q !== "") return count("closest");
  return exact;
}

const NOTHING: BoardFacets = {
  total: 0,
  counts: { category: {}, availability: {}, mine: {}, lean: {}, source: {}, service: {} },
  names: { source: [], service: [] },
  views: { adopt: 0, decided: 0 },
};

async function countFacets(sighted: Sighted): Promise<BoardFacets | null> {
  const rows = await db().$queryRaw<CountRow[]>(facetsStatement(sighted));
  if (!rows.some(({ facet }) => facet === "total")) return null;
  const counts = structuredClone(NOTHING.counts);
  const names: BoardFacets["names"] = { source: [], service: [] };
  let total = 0;
  let views = NOTHING.views;
  for (const { facet, value, name, n } of rows) {
    if (facet === "total") total = n;
    else if (facet === "view") views = { ...views, [value]: n };
    else {
      counts[facet][value] = n;
      if ((facet === "source" || facet === "service") && name !== null) names[facet].push({ value, name });
    }
  }
  return { total, counts, names, views };
}

type CountRow = { facet: Facet | "total" | "view"; value: string; name: string | null; n: number };

/** The statement of `readFacets`, for looking at its plan. */
export function facetsStatement(sighted: Sighted): Prisma.Sql {
  const { viewer, conferenceSlug, filter, search } = sighted;
  const conference = conferenceId(conferenceSlug);
  return Prisma.sql`
    WITH narrow AS MATERIALIZED (
      SELECT announcement.id, announcement.category, announcement.availability, announcement.service_slugs,
        coalesce(vote.choice::text, 'unmarked') AS mine,
        CASE WHEN decision.choice IS NOT NULL THEN 'decided' WHEN coalesce(counted.marks, 0) = 0 THEN 'none'
          ELSE tally.lean END AS lean,
        decision.choice IS NULL AND coalesce(counted.marks, 0) < ${quorum(conferenceSlug, viewer)} AS is_below,
        ${missed(facetConditions(sighted))} AS missed
      FROM announcement
      ${ownVote(viewer)}
      ${ownDecision(viewer)}
      LEFT JOIN ${seenTally(viewer)} AS counted ON counted.announcement_id = announcement.id
      CROSS JOIN LATERAL (SELECT counted.lean) AS tally (lean)
      WHERE announcement.conference_id = ${conference} AND ${search ?? Prisma.sql`true`}
    )
    SELECT 'total' AS facet, '' AS value, NULL AS name, count(*)::int AS n, 0 AS place FROM narrow WHERE missed = 0
    HAVING EXISTS ${conference}
    UNION ALL ${countBy("mine", Prisma.sql`mine`)}
    UNION ALL ${countBy("lean", Prisma.sql`lean`)}
    UNION ALL SELECT 'lean', 'below-quorum', NULL, count(*)::int, 0 FROM narrow WHERE is_below AND ${passes("lean")}
    UNION ALL ${countBy("category", Prisma.sql`category`)}
    UNION ALL ${countBy("availability", Prisma.sql`availability::text`)}
    UNION ALL SELECT 'source', source.id::text, source.title, ranked.n, ranked.place FROM (
      SELECT mention.source_id, count(*) FILTER (WHERE ${passes("source")})::int AS n,
        row_number() OVER (ORDER BY count(*) DESC, mention.source_id) AS place
      FROM narrow JOIN mention ON mention.announcement_id = narrow.id
      GROUP BY mention.source_id
    ) AS ranked JOIN source ON source.id = ranked.source_id
    WHERE ranked.place <= ${OFFERED} OR source.id = ANY(${filter.source}::uuid[])
    UNION ALL SELECT 'service', service.slug, service.name, ranked.n, ranked.place FROM (
      SELECT slug, count(*) FILTER (WHERE ${passes("service")})::int AS n,
        row_number() OVER (ORDER BY count(*) DESC, slug) AS place
      FROM narrow CROSS JOIN LATERAL unnest(narrow.service_slugs) AS slug
      GROUP BY slug
    ) AS ranked JOIN service ON service.slug = ranked.slug
    WHERE ranked.place <= ${OFFERED} OR service.slug = ANY(${filter.service}::text[])
    UNION ALL SELECT 'view', 'adopt', NULL, count(*)::int, 0 FROM ${openTallies(viewer)} AS tally
      JOIN announcement ON announcement.id = tally.announcement_id ${ownDecision(viewer)}
      WHERE tally.conference_id = ${conference} AND tally.lean = 'adopt' AND decision.announcement_id IS NULL
    UNION ALL SELECT 'view', 'decided', NULL, count(*)::int, 0 FROM announcement ${onlyDecided(viewer)}
      WHERE announcement.conference_id = ${conference}
    ORDER BY place, value`;
}

/** Which facets a row does not pass, as bits: what misses one facet alone still counts for that facet's own values. */
function missed(conditions: Record<Facet, Prisma.Sql>): Prisma.Sql {
  const bits = FACETS.map((facet) => Prisma.sql`CASE WHEN ${conditions[facet]} THEN 0 ELSE ${bit(facet)} END`);
  return Prisma.join(bits, " + ");
}

/** The condition that a row passes every facet but, perhaps, this one. */
function passes(facet: Facet): Prisma.Sql {
  return Prisma.sql`missed IN (0, ${bit(facet)})`;
}

function bit(facet: Facet): Prisma.Sql {
  return Prisma.raw(String(1 << FACETS.indexOf(facet)));
}

function countBy(facet: Facet, column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT ${Prisma.raw(`'${facet}'`)}, ${column}, NULL, count(*)::int, 0 FROM narrow
    WHERE ${passes(facet)} AND ${column} IS NOT NULL GROUP BY ${column}`;
}
