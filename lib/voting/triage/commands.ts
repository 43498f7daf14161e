import "server-only";

import { z } from "zod";

import { followingMerge } from "@/lib/catalogue/merging/standing";
import { db } from "@/lib/db/client";
import { ok, refuseNotFound, type Result } from "@/lib/errors/problem";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

const putOffSchema = z.object({ announcementId: z.guid(), isPutOff: z.boolean() });
export type PutOffInput = z.input<typeof putOffSchema>;

/**
 * Puts an announcement off for the viewer, or takes that back: it then comes again at the end of their triage. It is kept
 * by the database rather than the browser, so that what was put off on a phone is still put off at the desk. Putting it off
 * again moves it to the end; it changes no mark and tells nobody anything.
 */
export async function putOff(viewer: TeamViewer, input: PutOffInput): Promise<Result<{ announcementId: string }>> {
  const permitted = permit(viewer, "vote.cast");
  if (!permitted.ok) return permitted;
  const parsed = putOffSchema.safeParse(input);
  if (!parsed.success) return refuseNotFound("announcement");
  const { isPutOff } = parsed.data;
  return followingMerge(parsed.data.announcementId, async (announcementId) => {
    const changed = isPutOff ? await insert(viewer, announcementId) : await remove(viewer, announcementId);
    return changed ? ok({ announcementId }) : refuseNotFound("announcement");
  });
}

async function insert(viewer: TeamViewer, announcementId: string): Promise<boolean> {
  const rows = await db().$executeRaw`
    INSERT INTO put_off (team_id, announcement_id, person_id)
    SELECT membership.team_id, announcement.id, membership.person_id
    FROM announcement, membership
    WHERE announcement.id = ${announcementId}::uuid
      AND membership.team_id = ${viewer.teamId}::uuid AND membership.person_id = ${viewer.personId}::uuid
    FOR KEY SHARE OF announcement
    ON CONFLICT (team_id, person_id, announcement_id) DO UPDATE SET at = now()`;
  return rows > 0;
}

/** Taking back what was not put off changes nothing. */
async function remove(viewer: TeamViewer, announcementId: string): Promise<boolean> {
  await db().$executeRaw`
    DELETE FROM put_off
    WHERE team_id = ${viewer.teamId}::uuid AND announcement_id = ${announcementId}::uuid
      AND person_id = ${viewer.personId}::uuid`;
  return true;
}
