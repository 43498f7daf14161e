import { viewerInTeam, type Membership, type Session } from "@/lib/identity/session";
import type { TeamViewer } from "@/lib/identity/types";

/**
 * The address of the imports names no team: it is the one asked for, else the first where the person is a lead. Null
 * when they lead no such team.
 */
export function leadOf(
  session: Session,
  asked: string | undefined,
): { viewer: TeamViewer; teams: Membership[] } | null {
  const teams = session.memberships.filter(({ role }) => role === "lead");
  const team = asked === undefined ? teams[0] : teams.find(({ slug }) => slug === asked);
  const viewer = team ? viewerInTeam(session, team.slug) : null;
  return viewer && { viewer, teams };
}
