import "server-only";

import { db } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";

import { noticeContent, WHILE_LEFT, WHILE_OPEN, type Notice } from "./kinds";

/** Of what somebody missed in a year the latest is enough: so many are looked at, and so many of them shown. */
const LOOKED_AT = 100;
const SHOWN = 20;

/**
 * What the viewer has not seen in their team, newest first, at most twenty; of one conference when its slug is given. Of
 * several things that happened to one round the last one counts, and what is over is left out: a closing time once the
 * round is closed, a reminder once nothing is left to mark. One statement, which looks at the viewer's unseen rows alone.
 */
export async function unseenNotices(viewer: TeamViewer, conference: string | null = null): Promise<Notice[]> {
  // Found before they are ordered: else the planner walks through everybody's notices in the order that is asked for.
  const rows = await db().$queryRaw<NoticeRow[]>`
    WITH unseen AS MATERIALIZED (
      SELECT * FROM notice
      WHERE person_id = ${viewer.personId}::uuid AND team_id = ${viewer.teamId}::uuid AND seen_at IS NULL
        AND (${conference}::text IS NULL OR conference_id = (SELECT id FROM conference WHERE slug = ${conference}))
    )
    SELECT notice.id::text AS id, notice.kind, notice.data, notice.subject_id AS "subjectId", actor.name AS by,
      conference.slug, conference.name, coalesce(conference.announcement_count - coalesce(progress.marked, 0), 0) AS "left"
    FROM (SELECT * FROM unseen ORDER BY id DESC LIMIT ${LOOKED_AT}) AS notice
    LEFT JOIN person AS actor ON actor.id = notice.actor_id
    LEFT JOIN conference ON conference.id = notice.conference_id
    LEFT JOIN round ON round.team_id = notice.team_id AND round.conference_id = notice.conference_id
    LEFT JOIN progress ON progress.team_id = notice.team_id AND progress.conference_id = notice.conference_id
      AND progress.person_id = notice.person_id
    WHERE (notice.kind <> ALL(${[...WHILE_OPEN]}) OR round.id IS NULL OR (round.closed_at IS NULL AND round.closes_at > now()))
      AND (notice.kind <> ALL(${[...WHILE_LEFT]}) OR conference.announcement_count > coalesce(progress.marked, 0))
    ORDER BY notice.id DESC
    LIMIT ${SHOWN}`;
  return lastOfEach(rows).flatMap(toNotice);
}

type NoticeRow = {
  id: string;
  kind: string;
  data: unknown;
  subjectId: string;
  by: string | null;
  slug: string | null;
  name: string | null;
  left: number;
};

/** Rows come newest first: of each round the first one stays. */
function lastOfEach(rows: readonly NoticeRow[]): NoticeRow[] {
  const told = new Set<string>();
  return rows.filter(({ kind, subjectId }) => {
    if (!kind.startsWith("round-")) return true;
    const isNews = !told.has(subjectId);
    told.add(subjectId);
    return isNews;
  });
}

function toNotice({ id, kind, data, by, slug, name, left }: NoticeRow): Notice[] {
  const content = noticeContent({ kind, data });
  const conference = slug !== null && name !== null ? { slug, name } : null;
  return content ? [{ ...content, id, by, conference, left }] : [];
}
