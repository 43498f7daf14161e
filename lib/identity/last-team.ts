import "server-only";

import { db } from "@/lib/db/client";

import type { PersonViewer, TeamViewer } from "./types";

/** The address of the team the viewer opened last, or null when they are in none. */
export async function lastTeamSlug({ personId }: PersonViewer): Promise<string | null> {
  const last = await db().membership.findFirst({
    where: { personId },
    orderBy: [{ openedAt: "desc" }, { teamId: "asc" }],
    select: { team: { select: { slug: true } } },
  });
  return last?.team.slug ?? null;
}

/** Notes that the viewer opened the team; at most one write an hour, since only the order of teams is of interest. */
export async function noteTeamOpened({ teamId, personId }: TeamViewer): Promise<void> {
  await db().$executeRaw`
    UPDATE membership SET opened_at = now()
    WHERE team_id = ${teamId}::uuid AND person_id = ${personId}::uuid AND opened_at < now() - interval '1 hour'`;
}
