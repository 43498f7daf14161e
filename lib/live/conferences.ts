import "server-only";

import { db } from "@/lib/db/client";
import { ROUND_COLUMNS, roundOf, type RoundColumns } from "@/lib/voting/rounds/standing";

import type { LiveEvent } from "./types";

/** Conferences told at once: an installation has a few, and a page looks at one. */
const LIMIT = 50;

/** How many announcements the newest conferences have, or these, and the team's round in each. */
export async function readConferences(teamId: string, ids: readonly string[] | null): Promise<LiveEvent[]> {
  const rows = await db().$queryRaw<ConferenceRow[]>`
    SELECT conference.slug, conference.announcement_count AS announcements, ${ROUND_COLUMNS}
    FROM conference LEFT JOIN round ON round.conference_id = conference.id AND round.team_id = ${teamId}::uuid
    WHERE ${ids}::uuid[] IS NULL OR conference.id = ANY(${ids}::uuid[])
    ORDER BY conference.created_at DESC, conference.id
    LIMIT ${LIMIT}`;
  return rows.map(({ slug, announcements, ...round }) => ({
    kind: "conference",
    conference: slug,
    announcements,
    round: roundOf(round),
  }));
}

/** The rounds of these teams whose time ran out between two moments, in ms: of that no row tells. */
export async function readRoundsClosed(
  teamIds: readonly string[],
  from: number,
  until: number,
): Promise<{ teamId: string; conferenceId: string }[]> {
  return db().$queryRaw<{ teamId: string; conferenceId: string }[]>`
    SELECT team_id AS "teamId", conference_id AS "conferenceId" FROM round
    WHERE team_id = ANY(${teamIds}::uuid[]) AND closed_at IS NULL
      AND closes_at > ${new Date(from)} AND closes_at <= ${new Date(until)}`;
}

type ConferenceRow = RoundColumns & { slug: string; announcements: number };
