import "server-only";

import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";

import { DECISION_COLUMN } from "./columns";
import type { Decision, Named } from "./decision";

/** An announcement, and what stands of it in a team; null while nothing is settled. */
export type Standing = { id: string; slug: string; title: string; conferenceId: string; decision: Decision | null };

/** How these announcements stand in the viewer's team, by id; what is not there is left out. One statement. */
export async function readStanding(tx: Tx, viewer: TeamViewer, ids: readonly string[]): Promise<Map<string, Standing>> {
  const rows = await tx.$queryRaw<Standing[]>`
    SELECT announcement.id, announcement.slug, announcement.title, announcement.conference_id AS "conferenceId",
      ${DECISION_COLUMN}
    FROM announcement
    LEFT JOIN decision ON decision.team_id = ${viewer.teamId}::uuid AND decision.announcement_id = announcement.id
    WHERE announcement.id = ANY(${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** Somebody who is in the viewer's team now; null when nobody of that id is. */
export async function findMember(tx: Tx, viewer: TeamViewer, personId: string): Promise<Named | null> {
  const [member] = await tx.$queryRaw<Named[]>`
    SELECT person.id AS "personId", person.name
    FROM membership JOIN person ON person.id = membership.person_id
    WHERE membership.team_id = ${viewer.teamId}::uuid AND person.id = ${personId}::uuid ${STILL_HERE}`;
  return member ?? null;
}

const STILL_HERE = Prisma.sql`AND person.deactivated_at IS NULL`;
