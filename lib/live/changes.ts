import "server-only";

import { db } from "@/lib/db/client";

/** More than so many announcements are not told one by one. */
export const MANY = 200;

/** Transactions that began before a moment may be seen only after it; none of ours lasts a minute. */
const MARGIN = 60_000;

/** Longer ago than this, looking again is less than being told. */
const LONGEST = 24 * 3_600_000;

/** What changed about an announcement in a team. */
export type Change = {
  /** Whether more than a choice or a note: what also somebody may know from whom marks are hidden. */
  counted: boolean;
  /** Whose own mark may have changed; null is anybody's. */
  people: Set<string> | null;
};

export type Changes = Map<string, Change>;

export type Changed = { changes: Changes; isMany: boolean; until: number };

/**
 * What changed in a team since a moment of the database's clock, in ms, and a minute before it. Finds through an index what
 * the triggers wrote down; tells nothing of who marked what.
 */
export async function readChangedSince(teamId: string, since: number): Promise<Changed> {
  const from = new Date(since - MARGIN);
  const rows = await db().$queryRaw<ChangedRow[]>`
    SELECT changed.id, changed.counted, moment.until FROM (SELECT statement_timestamp() AS until) AS moment
    LEFT JOIN LATERAL (
      SELECT announcement_id AS id, counted_at > ${from} AS counted FROM tally
      WHERE team_id = ${teamId}::uuid AND changed_at > ${from}
      ORDER BY changed_at DESC
      LIMIT ${MANY + 1}
    ) AS changed ON true`;
  const until = rows[0]?.until.getTime() ?? since;
  const changes: Changes = new Map();
  for (const { id, counted } of rows) if (id) changes.set(id, { counted: counted === true, people: null });
  return { changes, isMany: changes.size > MANY || until - since > LONGEST, until };
}

/** Adds later changes to earlier ones, in place. */
export function addChange(changes: Changes, id: string, { counted, people }: Change): void {
  const before = changes.get(id);
  changes.set(id, {
    counted: counted || (before?.counted ?? false),
    people: people && before?.people !== null ? new Set([...(before?.people ?? []), ...people]) : null,
  });
}

type ChangedRow = { id: string | null; counted: boolean | null; until: Date };
