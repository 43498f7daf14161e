import "server-only";

import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";
import { seenTally } from "@/lib/voting/sight";

import type { TriageWay } from "./ask";
import type { Placed } from "./cards";
import { placeColumns, placeRow, type Place } from "./place";

/** What still needs the viewer's mark after a place, or from the top: the next of them, up to `limit`. */
export function nextAfter(
  viewer: TeamViewer,
  conferenceId: string,
  way: TriageWay,
  after: Place | null,
  limit: number,
) {
  const isAfter = after ? Prisma.sql`(${placeColumns(way.order, way.isLater)}) > ${placeRow(after)}` : Prisma.sql`true`;
  return pick(viewer, conferenceId, way, {
    where: Prisma.sql`vote.person_id IS NULL AND ${isOnWay(way)} AND ${isAfter}`,
    direction: Prisma.sql`ASC`,
    limit,
  });
}

/** What stands before a place, marked or not, nearest last. */
export async function lastBefore(
  viewer: TeamViewer,
  conferenceId: string,
  way: TriageWay,
  before: Place,
  limit: number,
) {
  const placed = await pick(viewer, conferenceId, way, {
    where: Prisma.sql`(${isOnWay(way)} OR (vote.person_id IS NOT NULL AND ${way.isLater ? IS_PUT_OFF : ANY}))
      AND (${placeColumns(way.order, way.isLater)}) < ${placeRow(before)}`,
    direction: Prisma.sql`DESC`,
    limit,
  });
  return placed.toReversed();
}

/** One announcement of the conference with its place in the order, whether it still needs a mark or not. */
export async function placeOf(viewer: TeamViewer, conferenceId: string, way: TriageWay, slug: string) {
  const where = Prisma.sql`announcement.slug = ${slug}`;
  const [placed] = await pick(viewer, conferenceId, way, { where, direction: Prisma.sql`ASC`, limit: 1 });
  return placed ?? null;
}

const IS_PUT_OFF = Prisma.sql`put_off.person_id IS NOT NULL`;
const ANY = Prisma.sql`true`;

/** What one put off is a way of its own, so that the rest has an end. */
function isOnWay({ isLater }: TriageWay): Prisma.Sql {
  return isLater ? IS_PUT_OFF : Prisma.sql`put_off.person_id IS NULL`;
}

type Wanted = { where: Prisma.Sql; direction: Prisma.Sql; limit: number };

async function pick(
  viewer: TeamViewer,
  conferenceId: string,
  { order, isLater }: TriageWay,
  { where, direction, limit }: Wanted,
): Promise<Placed[]> {
  const rows = await db().$queryRaw<PlacedRow[]>`
    WITH placed AS (
      SELECT ${placeColumns(order, isLater)}, put_off.person_id IS NOT NULL
      FROM announcement
      LEFT JOIN vote ON vote.team_id = ${viewer.teamId}::uuid AND vote.announcement_id = announcement.id
        AND vote.person_id = ${viewer.personId}::uuid
      LEFT JOIN put_off ON put_off.team_id = ${viewer.teamId}::uuid AND put_off.announcement_id = announcement.id
        AND put_off.person_id = ${viewer.personId}::uuid
      LEFT JOIN ${seenTally(viewer)} AS tally ON tally.announcement_id = announcement.id
      LEFT JOIN round ON round.team_id = ${viewer.teamId}::uuid AND round.conference_id = announcement.conference_id
      WHERE announcement.conference_id = ${conferenceId}::uuid AND ${where}
    )
    SELECT * FROM placed AS placed(one, two, category, title, id, "isPutOff")
    ORDER BY one ${direction}, two ${direction}, category ${direction}, title ${direction}, id ${direction}
    LIMIT ${limit}`;
  return rows.map(({ one, two, category, title, id, isPutOff }) => ({
    id,
    // An announcement that was never put off has no place among those that are; its own way back is from the top.
    place: [one ?? 0, two ?? 0, category, title, id],
    isPutOff,
  }));
}

type PlacedRow = {
  one: number | null;
  two: number | null;
  category: string;
  title: string;
  id: string;
  isPutOff: boolean;
};
