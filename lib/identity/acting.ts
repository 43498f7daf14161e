import "server-only";

import { db } from "@/lib/db/client";

import type { TeamViewer } from "./types";

/**
 * Somebody as a viewer of a team, for what is done in their name while they are away: with the role they have now. Null
 * when they are no longer in the team, or deactivated.
 */
export async function findActingViewer({
  personId,
  teamId,
}: {
  personId: string;
  teamId: string;
}): Promise<TeamViewer | null> {
  const membership = await db().membership.findFirst({
    where: { personId, teamId, person: { deactivatedAt: null } },
    select: {
      role: true,
      person: { select: { name: true, email: true, isAdmin: true } },
      team: { select: { slug: true, name: true } },
    },
  });
  if (!membership) return null;
  const { role, person, team } = membership;
  return { personId, ...person, teamId, teamSlug: team.slug, teamName: team.name, role };
}
