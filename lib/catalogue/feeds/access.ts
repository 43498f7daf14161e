import "server-only";

import { z } from "zod";

import { db } from "@/lib/db/client";
import { viewerInTeam, type Session } from "@/lib/identity/session";
import type { TeamViewer } from "@/lib/identity/types";

/** The address of a feed names no team: the viewer in the team it was subscribed for, or null when it is not theirs. */
export async function viewerOfFeed(session: Session, feedId: string): Promise<TeamViewer | null> {
  if (!z.uuid().safeParse(feedId).success) return null;
  const found = await db().feed.findFirst({
    where: { id: feedId, teamId: { in: session.memberships.map(({ teamId }) => teamId) } },
    select: { team: { select: { slug: true } } },
  });
  return found && viewerInTeam(session, found.team.slug);
}
