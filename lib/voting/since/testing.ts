import type { Team } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";
import { createMember, createPerson } from "@/lib/testing/builders";
import { testDb } from "@/lib/testing/database";

import { readSince } from "./queries";

/** Somebody of a name in a team. */
export async function viewerCalled(team: Team, name: string, role: "member" | "lead" = "member"): Promise<TeamViewer> {
  const person = await createPerson({ name });
  await createMember({ team, person, role });
  const { id: personId, email, isAdmin } = person;
  return { personId, name, email, isAdmin, teamId: team.id, teamSlug: team.slug, teamName: team.name, role };
}

/** What somebody is told, without what differs from run to run. */
export async function toldTo(viewer: TeamViewer): Promise<object[]> {
  const { lines } = await readSince(viewer);
  return lines.map(({ by, ...line }) => ({
    ...Object.fromEntries(Object.entries(line).filter(([name]) => name !== "id" && name !== "at")),
    by: by && by.name,
  }));
}

/** Lets somebody have been here a moment ago, and have left. */
export async function leave({ teamId, personId }: TeamViewer): Promise<void> {
  await testDb().$executeRaw`
    UPDATE membership SET here_at = now(), since_at = now()
    WHERE team_id = ${teamId}::uuid AND person_id = ${personId}::uuid`;
  // Times are kept in milliseconds: what happens now must not have happened at that very moment.
  await testDb().$executeRaw`SELECT pg_sleep(0.002)`;
}

/** Lets time pass for somebody who is away. */
export async function awayFor({ teamId, personId }: TeamViewer, minutes: number): Promise<void> {
  await testDb().$executeRaw`
    UPDATE membership SET here_at = here_at - ${minutes} * interval '1 minute'
    WHERE team_id = ${teamId}::uuid AND person_id = ${personId}::uuid`;
}
