import type { Role, Team } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";

import { createMember } from "./builders";

/** A member of a team, new unless given, as the gates hand them to reads and commands. */
export async function createTeamViewer(given: { team?: Team; role?: Role } = {}): Promise<TeamViewer> {
  const { person, team, membership } = await createMember(given);
  return {
    personId: person.id,
    name: person.name,
    email: person.email,
    isAdmin: person.isAdmin,
    teamId: team.id,
    teamSlug: team.slug,
    teamName: team.name,
    role: membership.role,
  };
}
