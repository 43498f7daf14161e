import "server-only";

import { db } from "@/lib/db/client";
import type { Category } from "@/lib/recap/types";
import { DECISION_COLUMN, type DecisionColumn } from "@/lib/voting/decisions/columns";
import { seenTally, TALLY_COLUMNS, tallyOf, type TallyColumns } from "@/lib/voting/sight";

import type { ShortlistFilter } from "../filter";
import { inListOrder } from "../radar/numbering";
import type { Quadrants } from "../radar/quadrants";
import {
  addressOf,
  matching,
  SHOWN_COLUMNS,
  type ShortlistHead,
  type ShortlistReader,
  type ShownColumns,
} from "../rows";

import { inBatches } from "./batches";
import { movedSince, readBefore, type Before } from "./movement";
import type { RadarItem } from "./types";

type Wanted = { head: ShortlistHead; filter: ShortlistFilter; quadrants: Quadrants };

/** An announcement with a ring, as little of it as orders and numbers the radar. */
export type RadarEntry = Pick<RadarItem, "id" | "slug" | "title" | "ring" | "quadrant" | "moved"> & {
  /** The ring is the team's lean: nobody has settled it. */
  isLean: boolean;
};

/**
 * Every announcement with a ring, by quadrant, ring and title: the ring is what was decided, or what the team leans to where
 * nothing is and enough have marked. Where marks are hidden there is no lean.
 */
export async function* readRadarItems(reader: ShortlistReader, wanted: Wanted): AsyncGenerator<RadarItem> {
  const before = await readBefore(reader, wanted.head);
  const entries = await readRadarEntries(reader, { ...wanted, before });
  yield* inBatches(entries, (some) => readItems(reader, some));
}

/** The same without what a file tells of each. One statement. */
export async function readRadarEntries(
  reader: ShortlistReader,
  { head, filter, quadrants, before }: Wanted & { before: Before | null },
): Promise<RadarEntry[]> {
  const entries = await db().$queryRaw<EntryRow[]>`
    SELECT announcement.id, announcement.slug, announcement.title, announcement.category,
      announcement.service_slugs[1] AS service, coalesce(decision.choice::text, tally.lean) AS ring,
      decision.choice IS NULL AS "isLean"
    FROM announcement
    LEFT JOIN ${seenTally(reader)} AS tally ON tally.announcement_id = announcement.id
    LEFT JOIN decision ON decision.team_id = ${reader.teamId}::uuid AND decision.announcement_id = announcement.id
    WHERE announcement.conference_id = ${head.id}::uuid AND ${matching(filter)}
      AND (decision.choice IS NOT NULL
        OR (tally.lean IN ('adopt', 'investigate', 'ignore') AND tally.marks >= ${head.quorum}))`;
  return inListOrder(
    entries.map(({ category, service, ...entry }) => ({
      ...entry,
      quadrant: quadrants.of[category],
      moved: movedSince(before, { ring: entry.ring, service }),
    })),
  );
}

async function readItems(reader: ShortlistReader, entries: readonly RadarEntry[]): Promise<RadarItem[]> {
  const found = await db().$queryRaw<FoundRow[]>`
    SELECT announcement.id, ${SHOWN_COLUMNS}, ${TALLY_COLUMNS}, ${DECISION_COLUMN}
    FROM announcement
    LEFT JOIN ${seenTally(reader)} AS tally ON tally.announcement_id = announcement.id
    LEFT JOIN decision ON decision.team_id = ${reader.teamId}::uuid AND decision.announcement_id = announcement.id
    WHERE announcement.id = ANY(${entries.map(({ id }) => id)}::uuid[])`;
  const byId = new Map(found.map((row) => [row.id, row]));
  return entries.flatMap(({ id, ring, quadrant, moved }) => {
    const row = byId.get(id);
    if (!row) return [];
    const { isHidden, marks, adopt, investigate, ignore, ...shown } = row;
    const tally = tallyOf({ isHidden, marks, adopt, investigate, ignore });
    return [{ ...shown, ...tally, ring, quadrant, moved, address: addressOf(reader, row.slug) }];
  });
}

type EntryRow = Pick<RadarEntry, "id" | "slug" | "title" | "ring" | "isLean"> & {
  category: Category;
  service: string | null;
};
type FoundRow = { id: string } & ShownColumns & TallyColumns & DecisionColumn;
