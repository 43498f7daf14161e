import "server-only";

import { db } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";
import type { Tally } from "@/lib/voting/types";

import { gapsOf, LONGEST_GAP, PACED_MARKS, type TimedMark } from "./pace";

/** What is counted by looking stops here; nobody marks more of one conference by hand. */
const COUNT_LIMIT = 1000;

/** Notes are saved while they are typed and write events too, so that one mark may be several of them. */
const EVENTS_PER_MARK = 6;

/** Seconds between the viewer's own last marks in the team, oldest first, as `gapsOf` gives them. */
export async function readGaps(viewer: TeamViewer): Promise<number[]> {
  const events = await db().$queryRaw<TimedMark[]>`
    SELECT announcement_id AS "announcementId", at FROM vote_event
    WHERE team_id = ${viewer.teamId}::uuid AND person_id = ${viewer.personId}::uuid
    ORDER BY id DESC LIMIT ${PACED_MARKS * EVENTS_PER_MARK}`;
  return gapsOf(events);
}

/** How many of a conference's announcements the viewer put off and has not marked since, up to a thousand. */
export async function countPutOff(viewer: TeamViewer, conferenceId: string): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM put_off JOIN announcement ON announcement.id = put_off.announcement_id
      LEFT JOIN vote ON vote.team_id = put_off.team_id AND vote.announcement_id = put_off.announcement_id
        AND vote.person_id = put_off.person_id
      WHERE put_off.team_id = ${viewer.teamId}::uuid AND put_off.person_id = ${viewer.personId}::uuid
        AND announcement.conference_id = ${conferenceId}::uuid AND vote.person_id IS NULL
      LIMIT ${COUNT_LIMIT}
    ) AS waiting`;
  return row?.count ?? 0;
}

/**
 * The viewer's own marks in a conference by choice and the seconds between them without long pauses, of the last
 * thousand: looked up once, at the end of the way, among one person's rows alone.
 */
export async function readOwnMarks(
  viewer: TeamViewer,
  conferenceId: string,
): Promise<{ mine: Tally; seconds: number }> {
  const [row] = await db().$queryRaw<(Tally & { seconds: number })[]>`
    SELECT count(*) FILTER (WHERE choice = 'adopt')::int AS adopt,
      count(*) FILTER (WHERE choice = 'investigate')::int AS investigate,
      count(*) FILTER (WHERE choice = 'ignore')::int AS ignore,
      coalesce(sum(gap) FILTER (WHERE gap <= ${LONGEST_GAP}), 0)::float8 AS seconds
    FROM (
      SELECT vote.choice,
        extract(epoch FROM vote.created_at - lag(vote.created_at) OVER (ORDER BY vote.created_at)) AS gap
      FROM vote JOIN announcement ON announcement.id = vote.announcement_id
      WHERE vote.team_id = ${viewer.teamId}::uuid AND vote.person_id = ${viewer.personId}::uuid
        AND announcement.conference_id = ${conferenceId}::uuid
      ORDER BY vote.created_at DESC LIMIT ${COUNT_LIMIT}
    ) AS own`;
  const { adopt = 0, investigate = 0, ignore = 0, seconds = 0 } = row ?? {};
  return { mine: { adopt, investigate, ignore }, seconds };
}
