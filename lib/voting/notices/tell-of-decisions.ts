import "server-only";

import type { Tx } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";

import type { Choice } from "../types";

/** What a lead settled the same at once; a null choice opened it again. */
type Told = {
  announcementIds: readonly string[];
  choice: Choice | null;
  /** Who owned what was opened again. */
  ownerBefore?: string | null;
};

/** Of so many announcements a notice keeps what was decided; of more it keeps how many. */
const KEPT = 200;

/**
 * Tells of decisions whoever marked those announcements, commented on them or owns them, in the transaction that made
 * them and in one statement. Everybody has one unseen notice for each conference and lead, which counts on: a meeting in
 * which thirty things are decided is one line. Never the lead, and nobody who left the team or is deactivated.
 */
export async function tellOfDecisions(tx: Tx, viewer: TeamViewer, told: Told): Promise<number> {
  const { announcementIds, choice, ownerBefore = null } = told;
  if (announcementIds.length === 0) return 0;
  const { teamId, personId } = viewer;
  return tx.$executeRaw`
    WITH decided AS (
      SELECT announcement.id, announcement.conference_id, announcement.slug, announcement.title, decision.owner_id
      FROM announcement LEFT JOIN decision ON decision.team_id = ${teamId}::uuid AND decision.announcement_id = announcement.id
      WHERE announcement.id = ANY(${[...announcementIds]}::uuid[])
    ),
    concerned AS (
      SELECT vote.announcement_id AS id, vote.person_id, true AS has_marked FROM vote
      WHERE vote.team_id = ${teamId}::uuid AND vote.announcement_id IN (SELECT id FROM decided)
      UNION ALL
      SELECT comment.announcement_id, comment.author_id, false FROM comment
      WHERE comment.team_id = ${teamId}::uuid AND comment.announcement_id IN (SELECT id FROM decided)
        AND comment.deleted_at IS NULL
      UNION ALL
      SELECT id, coalesce(owner_id, ${ownerBefore}::uuid), false FROM decided
    ),
    told AS (
      SELECT concerned.id, person.id AS person_id, bool_or(concerned.has_marked) AS has_marked
      FROM concerned
      JOIN membership ON membership.team_id = ${teamId}::uuid AND membership.person_id = concerned.person_id
      JOIN person ON person.id = membership.person_id AND person.deactivated_at IS NULL
      WHERE person.id <> ${personId}::uuid
      GROUP BY concerned.id, person.id
    ),
    news AS (
      SELECT told.person_id, decided.conference_id, count(*)::int AS found,
        (array_agg(decided.id ORDER BY decided.title, decided.id))[1] AS first_id,
        jsonb_build_object(
          'of', jsonb_object_agg(decided.id, jsonb_build_object(
            'choice', ${choice}::text, 'hasMarked', told.has_marked,
            'owns', coalesce(decided.owner_id = told.person_id, false)
          )),
          'more', 0,
          'last', (array_agg(
            jsonb_build_object('slug', decided.slug, 'title', decided.title) ORDER BY decided.title, decided.id
          ))[1]
        ) AS data
      FROM told JOIN decided ON decided.id = told.id
      GROUP BY told.person_id, decided.conference_id
    )
    INSERT INTO notice AS earlier
      (team_id, person_id, actor_id, conference_id, kind, subject_type, subject_id, event, data)
    SELECT ${teamId}::uuid, person_id, ${personId}::uuid, conference_id, 'decided', 'announcement', first_id,
      concat_ws('/', 'decided', ${teamId}::text, conference_id, ${personId}::text), data
    FROM news ORDER BY person_id
    -- Under a new number, so that dismissing what an open page shows leaves what came later.
    ON CONFLICT (person_id, event) DO UPDATE SET
      id = excluded.id, subject_id = excluded.subject_id, created_at = excluded.created_at, seen_at = NULL,
      data = CASE WHEN earlier.seen_at IS NOT NULL THEN excluded.data ELSE jsonb_build_object(
        'of', (
          SELECT coalesce(jsonb_object_agg(kept.key, kept.value), '{}') FROM (
            SELECT key, value FROM jsonb_each((earlier.data -> 'of') || (excluded.data -> 'of'))
            ORDER BY NOT jsonb_exists(earlier.data -> 'of', key), key LIMIT ${KEPT}
          ) AS kept
        ),
        'more', (earlier.data -> 'more')::int + greatest(0, ${-KEPT}::int
          + (SELECT count(*)::int FROM jsonb_object_keys((earlier.data -> 'of') || (excluded.data -> 'of')))),
        'last', excluded.data -> 'last'
      ) END`;
}
