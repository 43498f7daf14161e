import "server-only";

import type { Session } from "./session";
import type { Role, TeamSummary } from "./types";

/** What the frame around every signed-in page shows: who is in, in which team, and where else they can go. */
export type ShellData = {
  person: { name: string; email: string; isAdmin: boolean };
  teams: TeamSummary[];
  /** With the person's role in it; null on pages that belong to no team. */
  team: (TeamSummary & { role: Role }) | null;
};

/**
 * The frame's data for a session, in the team with this slug, or on a page that belongs to no team: there the only team
 * of somebody who is in one stays at hand. No query: the session has read it all.
 */
export function shellData({ person, memberships }: Session, teamSlug: string | null): ShellData {
  const only = teamSlug === null && memberships.length === 1 ? memberships[0] : undefined;
  const current = memberships.find(({ slug }) => slug === teamSlug) ?? only;
  return {
    person: { name: person.name, email: person.email, isAdmin: person.isAdmin },
    teams: memberships.map(({ slug, name }) => ({ slug, name })),
    team: current ? { slug: current.slug, name: current.name, role: current.role } : null,
  };
}
