import "server-only";

import { db } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";

import type { PaletteConference, PaletteStart } from "./types";

/** More are found by typing. */
const CONFERENCES = 20;

/**
 * What the palette offers before anything is typed: the viewer's role, and the newest twenty conferences with what is left
 * in each, newest first; the one whose page it is opened on, by its slug, is among them however old.
 */
export async function readPaletteStart(viewer: TeamViewer, here: string | null = null): Promise<PaletteStart> {
  const conferences = await db().$queryRaw<PaletteConference[]>`
    SELECT slug, name, announcement_count AS announcements,
      CASE WHEN state.round = 'closed' THEN 0 ELSE greatest(announcement_count - coalesce(progress.marked, 0), 0) END
        AS left,
      state.round
    FROM (
      (SELECT * FROM conference ORDER BY coalesce(starts_on, created_at::date) DESC, id DESC LIMIT ${CONFERENCES})
      UNION (SELECT * FROM conference WHERE slug = ${here})
    ) AS conference
    LEFT JOIN round ON round.team_id = ${viewer.teamId}::uuid AND round.conference_id = conference.id
    CROSS JOIN LATERAL (
      SELECT CASE WHEN round.id IS NULL THEN 'none' WHEN round.closed_at IS NULL AND round.closes_at > now() THEN 'open'
        ELSE 'closed' END AS round
    ) AS state
    LEFT JOIN progress ON progress.team_id = ${viewer.teamId}::uuid AND progress.conference_id = conference.id
      AND progress.person_id = ${viewer.personId}::uuid
    ORDER BY coalesce(starts_on, created_at::date) DESC, conference.id DESC`;
  return { role: viewer.role, conferences };
}
