import "server-only";

import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/** Rounds that one statement ends; the next takes the rest. */
const AT_ONCE = 100;

/** How long before the end those with something left are told. */
const SOON = Prisma.sql`interval '24 hours'`;

/** A column as JSON's schemas read it back: ISO 8601, UTC. */
const ISO = Prisma.sql`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/**
 * Tells members of rounds whose time has passed, each round once whoever looks, and gives how many were told. The round
 * was closed before, by its time alone. Who joined the team after that is not told.
 */
export async function announceEnded(): Promise<number> {
  return db().$executeRaw`
    WITH ended AS (
      UPDATE round SET closed_at = closes_at
      WHERE id IN (
        SELECT id FROM round WHERE closed_at IS NULL AND closes_at <= now()
        ORDER BY closes_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
      RETURNING *
    )
    INSERT INTO notice (team_id, person_id, conference_id, kind, subject_type, subject_id, event, data)
    SELECT ended.team_id, person.id, ended.conference_id, 'round-closed', 'round', ended.id,
      concat_ws('/', 'round', ended.id, ended.version, 'closed'),
      jsonb_build_object('closedAt', to_char(ended.closes_at AT TIME ZONE 'UTC', ${ISO}), 'timeZone', ended.time_zone)
    FROM ended
    JOIN membership ON membership.team_id = ended.team_id AND membership.created_at <= ended.closes_at
    JOIN person ON person.id = membership.person_id AND person.deactivated_at IS NULL
    ON CONFLICT (person_id, event) DO NOTHING`;
}

/**
 * Tells those who have something left to mark in a round that closes within a day, once for each closing time, and gives
 * how many were told. A closing time that was itself set within that day was told then.
 */
export async function announceEnding(): Promise<number> {
  return db().$executeRaw`
    WITH ending AS (
      SELECT round.*, concat_ws('/', 'round', id, 'closing', extract(epoch FROM closes_at)::bigint) AS event
      FROM round
      WHERE closed_at IS NULL AND closes_at > now() AND closes_at <= now() + ${SOON} AND timed_at <= closes_at - ${SOON}
    )
    INSERT INTO notice (team_id, person_id, conference_id, kind, subject_type, subject_id, event, data)
    SELECT ending.team_id, person.id, ending.conference_id, 'round-closing', 'round', ending.id, ending.event,
      jsonb_build_object('closesAt', to_char(ending.closes_at AT TIME ZONE 'UTC', ${ISO}), 'timeZone', ending.time_zone)
    FROM ending
    JOIN conference ON conference.id = ending.conference_id
    JOIN membership ON membership.team_id = ending.team_id
    JOIN person ON person.id = membership.person_id AND person.deactivated_at IS NULL
    LEFT JOIN progress ON progress.team_id = ending.team_id AND progress.conference_id = ending.conference_id
      AND progress.person_id = person.id
    WHERE conference.announcement_count > coalesce(progress.marked, 0)
      AND NOT EXISTS (SELECT FROM notice WHERE notice.person_id = person.id AND notice.event = ending.event)
    ON CONFLICT (person_id, event) DO NOTHING`;
}

/** How many milliseconds until the next round ends; null when none is open. */
export async function untilNextEnd(): Promise<number | null> {
  const [row] = await db().$queryRaw<{ wait: number | null }[]>`
    SELECT extract(epoch FROM min(closes_at) - clock_timestamp())::float8 * 1000 AS wait
    FROM round WHERE closed_at IS NULL AND closes_at > now()`;
  return row?.wait ?? null;
}
