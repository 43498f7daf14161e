import "server-only";

import { z } from "zod";

import { Prisma } from "@/lib/db/generated/client";

import type { TriageOrder } from "./ask";

const placeSchema = z.tuple([
  z.number(),
  z.number(),
  // PostgreSQL stores no NUL and would refuse to compare with one.
  z.string().refine((category) => !category.includes("\0")),
  z.string().refine((title) => !title.includes("\0")),
  z.guid(),
]);

/** Where an announcement stands in an order: two ranks, a category, its title and its id, each ascending. */
export type Place = z.output<typeof placeSchema>;

/** A place as it travels: base64url of its JSON, opaque to whoever carries it. */
export function encodePlace(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** The place in a cursor, or null for one that was cut off or made up: the way then starts from the top. */
export function decodePlace(cursor: string | null): Place | null {
  if (!cursor) return null;
  try {
    return placeSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    return null;
  }
}

/*
 * An order as two ranks and a category, so that one comparison serves all of them. `announcement`, `tally` (as the viewer
 * sees it: comments and how many have marked are never hidden), `round` and `put_off` are joined by the query.
 */
const RANKS: Record<TriageOrder, Prisma.Sql> = {
  talked: Prisma.sql`-announcement.mention_count::float8, -coalesce(tally.comments, 0)::float8, ''`,
  // All of a conference closes with its round, so what is urgent is what still lacks its quorum, nearest to it first.
  closing: Prisma.sql`CASE WHEN coalesce(tally.marks, 0) < coalesce(round.quorum, 0)
      THEN round.quorum - coalesce(tally.marks, 0) ELSE 1000000 END::float8, -announcement.mention_count::float8, ''`,
  newest: Prisma.sql`-round(extract(epoch FROM announcement.created_at) * 1000)::float8, 0::float8, ''`,
  category: Prisma.sql`0::float8, 0::float8, announcement.category`,
};

/** What is put off comes again in the order in which it was put off. */
const PUT_OFF = Prisma.sql`round(extract(epoch FROM put_off.at) * 1000)::float8, 0::float8, ''`;

/** The five columns of a place, in order. */
export function placeColumns(order: TriageOrder, isLater: boolean): Prisma.Sql {
  return Prisma.sql`${isLater ? PUT_OFF : RANKS[order]}, announcement.title, announcement.id`;
}

/** A place as a row to compare `placeColumns` with. */
export function placeRow([one, two, category, title, id]: Place): Prisma.Sql {
  return Prisma.sql`(${one}::float8, ${two}::float8, ${category}::text, ${title}::text, ${id}::uuid)`;
}
