import "server-only";

import type { Session } from "./session";
import type { TeamSummary } from "./types";

/** What the frame around every signed-in page shows: who is in, in which team, and where else they can go. */
export type ShellData = {
  person: { name: string; email: string; isAdmin: boolean };
  teams: TeamSummary[];
  /** Null on pages that belong to no team. */
  team: TeamSummary | null;
};

/**
 * The frame's data for a session, in the team with this slug, or on a page that belongs to no team: there the only team
 * of somebody who is in one stays at hand. No query: the session has read it all.
 */
export function shellData({ person, memberships }: Session, teamSlug: string | null): ShellData {
  const teams = memberships.map(({ slug, name }) => ({ slug, name }));
  const only = teamSlug === null && teams.length === 1 ? teams[0] : undefined;
  return {
    person: { name: person.name, email: person.email, isAdmin: person.isAdmin },
    teams,
    team: teams.find(({ slug }) => slug === teamSlug) ?? only ?? null,
  };
}
