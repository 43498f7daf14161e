import "server-only";

import { z } from "zod";

import { db, type Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { ok, refuse, refuseNotFound, type Result } from "@/lib/errors/problem";
import { sessionResult } from "@/lib/identity/gates";
import { viewerInTeam, type Session } from "@/lib/identity/session";
import type { TeamViewer } from "@/lib/identity/types";

import type { ImportState } from "./types";

/** The address of an import names no team: the viewer in the team it was read in for, or null when it is not theirs. */
export async function viewerOfImport(session: Session, importId: string): Promise<TeamViewer | null> {
  if (!z.uuid().safeParse(importId).success) return null;
  const found = await db().import.findFirst({
    where: { id: importId, teamId: { in: session.memberships.map(({ teamId }) => teamId) } },
    select: { team: { select: { slug: true } } },
  });
  return found && viewerInTeam(session, found.team.slug);
}

/** The viewer for what somebody sent about an import, or why there is none. */
export async function importViewerResult(importId: string): Promise<Result<TeamViewer>> {
  const session = await sessionResult();
  if (!session.ok) return session;
  const viewer = await viewerOfImport(session.value, importId);
  return viewer ? ok(viewer) : refuseNotFound("import");
}

const HOLD = { update: Prisma.raw("UPDATE"), share: Prisma.raw("SHARE") } as const;

export type LockedImport = {
  id: string;
  state: ImportState;
  conferenceId: string;
  conferenceSlug: string;
};

/**
 * The team's import, held until the transaction ends so that publishing and reviewing wait for each other: `update` for
 * whoever ends the review, `share` for those who work on single candidates. Null when it is not there or not theirs.
 */
export async function lockImport(
  tx: Tx,
  viewer: TeamViewer,
  importId: string,
  hold: keyof typeof HOLD,
): Promise<LockedImport | null> {
  if (!z.uuid().safeParse(importId).success) return null;
  const found = await tx.$queryRaw<LockedImport[]>`
    SELECT import.id, state, conference_id AS "conferenceId", conference.slug AS "conferenceSlug"
    FROM import JOIN conference ON conference.id = conference_id
    WHERE import.id = ${importId}::uuid AND team_id = ${viewer.teamId}::uuid
    FOR ${HOLD[hold]} OF import`;
  return found[0] ?? null;
}

/** Why an import that is no longer under review takes no more changes. */
export function refuseClosed(state: Exclude<ImportState, "reviewing">): Result<never> {
  return refuse("conflict", CLOSED[state]);
}

const CLOSED: Record<Exclude<ImportState, "reviewing">, string> = {
  reading: "This import is still being read in. Nothing was changed; try again when it is done.",
  published: "This import is already published. Nothing was changed.",
  discarded: "This import was discarded. Read the post in again to go on.",
};
