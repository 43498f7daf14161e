import "server-only";

import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { seenTally, TALLY_COLUMNS, tallyOf, type TallyColumns } from "@/lib/voting/sight";
import type { Choice } from "@/lib/voting/types";

import { ownDecision, ownVote, type Sighted } from "./conditions";
import { decodeBoardCursor, encodeBoardCursor, NO_SERVICE, type BoardKey } from "./cursor";
import type { BoardFilter } from "./filter";
import { findOnce } from "./found";
import { pickPage } from "./pick";
import type { BoardRow } from "./types";

/** Rows of one page. */
export const PAGE_SIZE = 50;

export type BoardPage = {
  rows: BoardRow[];
  /** The cursor of the next page, or null on the last. */
  next: string | null;
};

/**
 * One page of rows in the filter's order, in one statement: picked first, joined only with what the filter asks about, then
 * filled in, so that a rare match among many announcements is found without looking up what no row of the page will show.
 */
export async function readPage(sighted: Sighted): Promise<BoardPage> {
  const { filter } = sighted;
  const found = await db().$queryRaw<FoundRow[]>(pageStatement(sighted));
  const last = found.length > PAGE_SIZE ? found[PAGE_SIZE - 1] : undefined;
  return {
    rows: found.slice(0, PAGE_SIZE).map(boardRow),
    next: last ? encodeBoardCursor(filter, keyOf(last, filter)) : null,
  };
}

/** The statement of one page and a row more, for `readPage` and for looking at its plan. */
export function pageStatement(asked: Sighted): Prisma.Sql {
  const { found, sighted } = findOnce(asked);
  const { viewer, filter, search } = sighted;
  return Prisma.sql`
    WITH RECURSIVE ${found} ${pickPage(sighted, decodeBoardCursor(filter, filter.after), PAGE_SIZE + 1)}
    SELECT announcement.id, announcement.slug, announcement.title, announcement.category,
      announcement.availability::text AS availability, announcement.service_names AS services,
      announcement.mention_count AS mentions, coalesce(tally.comments, 0) AS comments,
      vote.choice::text AS choice, vote.note, ${TALLY_COLUMNS}, tally.lean, decision.choice::text AS decision,
      announcement.service_slugs[1] AS "firstService", announcement.created_at AS "createdAt", tally.support,
      tally.disagreement, CASE WHEN NOT tally.is_hidden THEN tally.last_activity_at END AS "activeAt",
      ${search ? Prisma.sql`found.relevance` : Prisma.sql`NULL::float8`} AS relevance
    FROM picked CROSS JOIN LATERAL unnest(picked.ids) WITH ORDINALITY AS page (id, place)
    JOIN announcement ON announcement.id = page.id
    ${search ? Prisma.sql`JOIN found ON found.id = announcement.id` : Prisma.empty}
    ${ownVote(viewer)}
    LEFT JOIN ${seenTally(viewer)} AS tally ON tally.announcement_id = announcement.id
    ${ownDecision(viewer)}
    ORDER BY page.place`;
}

/** By what the viewer sees alone, as the order goes: what a blind round hides from them stands at its end. */
function keyOf(row: FoundRow, { sort, group }: BoardFilter): BoardKey {
  const groups = { none: null, category: row.category, service: row.firstService ?? NO_SERVICE };
  const values = {
    category: [row.category, row.title],
    relevance: [row.relevance],
    support: [row.support],
    disagreement: [row.disagreement],
    mentions: [row.mentions],
    newest: [row.createdAt.toISOString()],
    activity: [row.activeAt?.toISOString() ?? null],
  };
  return { group: groups[group], values: values[sort], id: row.id };
}

function boardRow(row: FoundRow): BoardRow {
  const { id, slug, title, category, availability, services, mentions, comments, choice, note, lean, decision } = row;
  return {
    ...{ id, slug, title, category, availability, services, mentions, comments, lean, decision },
    mine: choice ? { choice, note: note ?? "" } : null,
    ...tallyOf(row),
  };
}

type FoundRow = Omit<BoardRow, "mine" | "marks" | "tally"> &
  TallyColumns & {
    choice: Choice | null;
    note: string | null;
    firstService: string | null;
    createdAt: Date;
    relevance: number | null;
    support: number | null;
    disagreement: number | null;
    activeAt: Date | null;
  };
