import "server-only";

import { db } from "@/lib/db/client";
import type { Category } from "@/lib/recap/types";
import { DECISION_COLUMN, type DecisionColumn } from "@/lib/voting/decisions/columns";
import { seenTally, TALLY_COLUMNS, tallyOf, type TallyColumns } from "@/lib/voting/sight";
import { CHOICES, type Choice } from "@/lib/voting/types";

import type { ShortlistFilter } from "../filter";
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
import type { RadarItem } from "./types";

type Wanted = { head: ShortlistHead; filter: ShortlistFilter; quadrants: Quadrants };

/**
 * Every announcement with a ring, by quadrant, ring and title: the ring is what was decided, or what the team leans to where
 * nothing is and enough have marked. Where marks are hidden there is no lean.
 */
export async function* readRadarItems(
  reader: ShortlistReader,
  { head, filter, quadrants }: Wanted,
): AsyncGenerator<RadarItem> {
  const entries = await db().$queryRaw<EntryRow[]>`
    SELECT announcement.id, announcement.title, announcement.category,
      coalesce(decision.choice::text, tally.lean) AS ring
    FROM announcement
    LEFT JOIN ${seenTally(reader)} AS tally ON tally.announcement_id = announcement.id
    LEFT JOIN decision ON decision.team_id = ${reader.teamId}::uuid AND decision.announcement_id = announcement.id
    WHERE announcement.conference_id = ${head.id}::uuid AND ${matching(filter)}
      AND (decision.choice IS NOT NULL
        OR (tally.lean IN ('adopt', 'investigate', 'ignore') AND tally.marks >= ${head.quorum}))`;
  const inOrder = entries
    .map((entry) => ({ ...entry, quadrant: quadrants.of[entry.category] }))
    .sort((a, b) => a.quadrant - b.quadrant || ringOf(a) - ringOf(b) || byTitle(a, b));
  yield* inBatches(inOrder, (some) => readItems(reader, some));
}

type Entry = EntryRow & Pick<RadarItem, "quadrant">;

async function readItems(reader: ShortlistReader, entries: readonly Entry[]): Promise<RadarItem[]> {
  const found = await db().$queryRaw<FoundRow[]>`
    SELECT announcement.id, ${SHOWN_COLUMNS}, ${TALLY_COLUMNS}, ${DECISION_COLUMN}
    FROM announcement
    LEFT JOIN ${seenTally(reader)} AS tally ON tally.announcement_id = announcement.id
    LEFT JOIN decision ON decision.team_id = ${reader.teamId}::uuid AND decision.announcement_id = announcement.id
    WHERE announcement.id = ANY(${entries.map(({ id }) => id)}::uuid[])`;
  const byId = new Map(found.map((row) => [row.id, row]));
  return entries.flatMap(({ id, ring, quadrant }) => {
    const row = byId.get(id);
    if (!row) return [];
    const { isHidden, marks, adopt, investigate, ignore, ...shown } = row;
    const tally = tallyOf({ isHidden, marks, adopt, investigate, ignore });
    return [{ ...shown, ...tally, ring, quadrant, moved: 0, address: addressOf(reader, row.slug) }];
  });
}

function ringOf({ ring }: EntryRow): number {
  return CHOICES.indexOf(ring);
}

const TITLES = new Intl.Collator("en", { numeric: true });

function byTitle(a: EntryRow, b: EntryRow): number {
  return TITLES.compare(a.title, b.title) || (a.id < b.id ? -1 : Number(a.id > b.id));
}

type EntryRow = { id: string; title: string; category: Category; ring: Choice };
type FoundRow = { id: string } & ShownColumns & TallyColumns & DecisionColumn;
