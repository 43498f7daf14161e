import "server-only";

import { Prisma } from "@/lib/db/generated/client";

import type { ShortlistFilter } from "../filter";
import type { ShortlistReader } from "../rows";

/** The condition that a row of `openTallies` joined as `tally` leans to adopt with enough marks, and nobody settled it. */
export function isLeaning(reader: ShortlistReader, quorum: number): Prisma.Sql {
  return Prisma.sql`tally.lean = 'adopt' AND tally.adopt + tally.investigate + tally.ignore >= ${quorum}
    AND NOT EXISTS (
      SELECT FROM decision
      WHERE decision.team_id = ${reader.teamId}::uuid AND decision.announcement_id = tally.announcement_id
    )`;
}

/** Whether a filter asks for what only a decision has, so that nothing that leans is in it. */
export function leavesOutLeaning({ owner, quarter }: ShortlistFilter): boolean {
  return owner !== null || quarter !== null;
}
