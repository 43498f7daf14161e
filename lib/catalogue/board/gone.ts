import "server-only";

import { db } from "@/lib/db/client";
import { oneLine } from "@/lib/text/one-line";

import type { BoardFilter, Facet } from "./filter";
import type { SearchParams } from "./parse-filter";

/** What an address asks for that is not here any more, as a sentence names it: a facet and what was asked of it. */
export type Gone = { facet: Facet; value: string };

/** Of what is asked of facets with a fixed list, what is not in it: from an older version, or mistyped. */
export function unknownValues(params: SearchParams, filter: BoardFilter): Gone[] {
  return (["category", "availability", "mine", "lean"] as const).flatMap((facet) => {
    const asked = params[facet];
    const known: readonly string[] = filter[facet];
    const values = (Array.isArray(asked) ? asked : [asked ?? ""]).filter((value) => value && !known.includes(value));
    return [...new Set(values)].slice(0, MOST).map((value) => ({ facet, value: shortened(value) }));
  });
}

/** A sentence names no more than these. */
const MOST = 5;

function shortened(value: string): string {
  const text = Array.from(oneLine(value));
  return text.length > 40 ? `${text.slice(0, 40).join("")}…` : text.join("");
}

/** The filter without the services and sources that are nowhere any more, and which they were. Asks only when some are named. */
export async function withoutGone(filter: BoardFilter): Promise<{ filter: BoardFilter; gone: Gone[] }> {
  if (filter.service.length + filter.source.length === 0) return { filter, gone: [] };
  const gone = await db().$queryRaw<Gone[]>`
    SELECT 'service' AS facet, asked.value FROM unnest(${filter.service}::text[]) AS asked (value)
    WHERE NOT EXISTS (SELECT FROM service WHERE service.slug = asked.value)
    UNION ALL SELECT 'source', asked.value::text FROM unnest(${filter.source}::uuid[]) AS asked (value)
    WHERE NOT EXISTS (SELECT FROM source WHERE source.id = asked.value)`;
  const stays = (facet: Facet) => (value: string) => !gone.some((part) => part.facet === facet && part.value === value);
  return {
    filter: {
      ...filter,
      service: filter.service.filter(stays("service")),
      source: filter.source.filter(stays("source")),
    },
    gone,
  };
}
