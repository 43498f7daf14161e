import "server-only";

import { db } from "@/lib/db/client";

/** Of these people those who are in the team now and may sign in, each with the version of their sessions. */
export async function readAccess(teamId: string, people: readonly string[]): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ personId: string; version: number }[]>`
    SELECT person.id AS "personId", person.session_version AS version
    FROM membership JOIN person ON person.id = membership.person_id
    WHERE membership.team_id = ${teamId}::uuid AND person.id = ANY(${people}::uuid[]) AND person.deactivated_at IS NULL`;
  return new Map(rows.map(({ personId, version }) => [personId, version]));
}
