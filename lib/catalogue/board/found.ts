import "server-only";

import { Prisma } from "@/lib/db/generated/client";

import { relevance } from "../search/matches";
import { conferenceId, type Sighted } from "./conditions";

/** What a search is once it was looked for: the ids of what it found. */
const IS_FOUND = Prisma.sql`announcement.id IN (SELECT found.id FROM found)`;

/**
 * A search that is looked for once in its statement, however many ranges and groups the page is picked from: the common
 * table expression `found (id, relevance)`, with a comma after it, and the same sighted by it. Nothing without a search,
 * which then has no order by how well it fits either.
 */
export function findOnce(sighted: Sighted): { found: Prisma.Sql; sighted: Sighted } {
  const { filter, search, conferenceSlug } = sighted;
  const isByFit = filter.sort === "relevance";
  if (!search) {
    return {
      found: Prisma.empty,
      sighted: isByFit ? { ...sighted, filter: { ...filter, sort: "category" } } : sighted,
    };
  }
  const found = Prisma.sql`found (id, relevance) AS MATERIALIZED (
    SELECT announcement.id, ${isByFit ? fit(sighted) : Prisma.sql`0::float8`} FROM announcement
    WHERE announcement.conference_id = ${conferenceId(conferenceSlug)} AND ${search}
  ),`;
  return { found, sighted: { ...sighted, search: IS_FOUND } };
}

function fit({ filter, match }: Sighted): Prisma.Sql {
  if (match !== "closest") return relevance(filter.q);
  return Prisma.sql`word_similarity(${filter.q}, announcement.search_text)::float8`;
}
