import "server-only";

import { db } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";

import { seenTally, seenVoteEvents, TALLY_COLUMNS, tallyOf, type TallyColumns } from "./sight";
import type { Choice, Lean, Marked, VoteEvent } from "./types";

/** How much of a history is shown: a team of thirty changing its mind three times. */
const HISTORY_LIMIT = 100;

/** The viewer's mark on an announcement and their team's tally; null for what is not there or when they left the team. */
export async function readMarked(viewer: TeamViewer, announcementId: string): Promise<Marked | null> {
  const [marked] = await readManyMarked(viewer, [announcementId]);
  return marked ?? null;
}

/** The same for many announcements, in no order, without those that are not there: one statement. */
export async function readManyMarked(viewer: TeamViewer, announcementIds: readonly string[]): Promise<Marked[]> {
  const rows = await db().$queryRaw<MarkedRow[]>`
    SELECT announcement.id AS "announcementId", vote.choice::text AS choice, vote.note, tally.lean, ${TALLY_COLUMNS},
      coalesce(progress.marked, 0) AS marked
    FROM announcement
    JOIN membership ON membership.team_id = ${viewer.teamId}::uuid AND membership.person_id = ${viewer.personId}::uuid
    LEFT JOIN vote ON vote.team_id = membership.team_id AND vote.announcement_id = announcement.id
      AND vote.person_id = membership.person_id
    LEFT JOIN ${seenTally(viewer)} AS tally ON tally.announcement_id = announcement.id
    LEFT JOIN progress ON progress.team_id = membership.team_id AND progress.conference_id = announcement.conference_id
      AND progress.person_id = membership.person_id
    WHERE announcement.id = ANY(${[...announcementIds]}::uuid[])`;
  return rows.map(({ announcementId, choice, note, lean, marked, ...row }) => {
    const mine = choice ? { choice, note: note ?? "" } : null;
    return { announcementId, mine, ...tallyOf(row), lean, marked };
  });
}

/**
 * What was marked, changed and withdrawn on an announcement in the viewer's team, and on what was merged into it, newest
 * first, the last hundred; while others' marks are hidden, the viewer's own.
 */
export async function voteHistory(viewer: TeamViewer, announcementId: string): Promise<VoteEvent[]> {
  const rows = await db().$queryRaw<(Omit<VoteEvent, "at"> & { at: Date })[]>`
    SELECT vote_event.id::text AS id, vote_event.person_id AS "personId", person.name AS "personName",
      vote_event.choice::text AS choice, vote_event.note, vote_event.at
    FROM ${seenVoteEvents(viewer)} AS vote_event
    JOIN person ON person.id = vote_event.person_id
    WHERE vote_event.announcement_id = ANY(ARRAY(
      SELECT ${announcementId}::uuid UNION ALL SELECT dropped_id FROM merge WHERE kept_id = ${announcementId}::uuid
    ))
    ORDER BY vote_event.at DESC, vote_event.id DESC
    LIMIT ${HISTORY_LIMIT}`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

type MarkedRow = TallyColumns & {
  announcementId: string;
  choice: Choice | null;
  note: string | null;
  lean: Lean | null;
  marked: number;
};
