import "server-only";

import { db } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";

import { DECISION_COLUMN } from "../decisions/columns";
import type { Decision } from "../decisions/decision";

import type { LookAgain } from "./types";

/** Rows of the short list beside the agenda. */
const SHOWN = 20;

/** Counting stops here: nobody talks about a thousand. */
const COUNT_LIMIT = 1000;

/**
 * What the viewer's team did not adopt at a conference and wanted to look at again by a day that has come (`today` is
 * YYYY-MM-DD), the longest due first; null when there is nothing. One statement.
 */
export async function readLookAgain({ viewer, conferenceId, today }: Wanted): Promise<LookAgain | null> {
  const found = await db().$queryRaw<(LookAgain["rows"][number] & { decision: Decision; total: number })[]>`
    WITH due AS (
      SELECT decision.announcement_id AS id, decision.reopen_on
      FROM decision JOIN announcement ON announcement.id = decision.announcement_id
      WHERE decision.team_id = ${viewer.teamId}::uuid AND decision.reopen_on <= ${today}::date
        AND announcement.conference_id = ${conferenceId}::uuid
      LIMIT ${COUNT_LIMIT}
    )
    SELECT announcement.id, announcement.slug, announcement.title, (SELECT count(*)::int FROM due) AS total,
      ${DECISION_COLUMN}
    FROM due JOIN announcement ON announcement.id = due.id
    JOIN decision ON decision.team_id = ${viewer.teamId}::uuid AND decision.announcement_id = due.id
    ORDER BY due.reopen_on, announcement.title, announcement.id
    LIMIT ${SHOWN}`;
  const [first] = found;
  if (!first) return null;
  return { rows: found.map(({ id, slug, title, decision }) => ({ id, slug, title, decision })), total: first.total };
}

type Wanted = { viewer: TeamViewer; conferenceId: string; today: string };
