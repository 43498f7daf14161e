import "server-only";

import { db } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";

import type { PaletteConference, PaletteStart } from "./types";

/** More are found by typing. */
const CONFERENCES = 20;

/** What the palette offers before anything is typed: the viewer's role, and the newest conferences with what is left. */
export async function readPaletteStart(viewer: TeamViewer): Promise<PaletteStart> {
  const conferences = await db().$queryRaw<PaletteConference[]>`
    SELECT slug, name, announcement_count AS announcements,
      greatest(announcement_count - coalesce(progress.marked, 0), 0) AS left
    FROM conference
    LEFT JOIN progress ON progress.team_id = ${viewer.teamId}::uuid AND progress.conference_id = conference.id
      AND progress.person_id = ${viewer.personId}::uuid
    ORDER BY coalesce(starts_on, created_at::date) DESC, conference.id DESC
    LIMIT ${CONFERENCES}`;
  return { role: viewer.role, conferences };
}
