import "server-only";

import { db } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";
import { DECISION_EVENT_COLUMN, type DecisionEventColumn } from "@/lib/voting/decisions/columns";

import type { ThreadDecision } from "./types";

/** What leads did there is little; of more than this the latest stands between the comments. */
const LINES = 100;

type Stretch = {
  viewer: TeamViewer;
  announcementId: string;
  /** When the first comment of the page was written; null at the start of the thread. ISO 8601. */
  from: string | null;
  /** The first comment of the page after; null on the last page. */
  before: string | null;
};

/**
 * What was decided while the comments of one page of a thread were written, oldest first: from its first comment on, and
 * before the first of the next page, so that every line is on just one page.
 */
export async function readDecisionsBetween(stretch: Stretch): Promise<ThreadDecision[]> {
  const { viewer, announcementId, from, before } = stretch;
  const rows = await db().$queryRaw<(DecisionEventColumn & { id: string })[]>`
    SELECT decision_event.id::text AS id, ${DECISION_EVENT_COLUMN}
    FROM decision_event
    WHERE decision_event.team_id = ${viewer.teamId}::uuid AND decision_event.announcement_id = ${announcementId}::uuid
      AND (${from}::timestamptz IS NULL OR decision_event.at >= ${from}::timestamptz)
      AND (${before}::uuid IS NULL OR decision_event.at < (
        SELECT created_at FROM comment
        WHERE comment.id = ${before}::uuid AND comment.team_id = decision_event.team_id
          AND comment.announcement_id = decision_event.announcement_id
      ))
    ORDER BY decision_event.at DESC, decision_event.id DESC
    LIMIT ${LINES}`;
  return rows.reverse().map(({ id, event }) => ({ id, ...event }));
}
