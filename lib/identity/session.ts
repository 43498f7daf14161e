import "server-only";

import { cookies } from "next/headers";
import { cache } from "react";

import { db } from "@/lib/db/client";

import { decodeSession, sessionCookieName } from "./token";
import type { SessionToken } from "./token";
import type { PersonViewer, Role, TeamViewer } from "./types";

export type Membership = { teamId: string; slug: string; name: string; role: Role };

/** Who is asking and where they belong, as the database has it now; a cookie is only a claim. */
export type Session = { person: PersonViewer; memberships: Membership[] };

/** The session of this request, or null for somebody signed out. Asked once for each rendering. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  const token = cookie ? await decodeSession(cookie) : null;
  return token ? findSession(token) : null;
});

/**
 * The person and their teams, by name, in one statement; null when they are gone, deactivated, or signed out everywhere
 * since the session was made. Removing or demoting somebody therefore holds from their next request on.
 */
export async function findSession({ personId, sessionVersion }: SessionToken): Promise<Session | null> {
  const rows = await db().$queryRaw<SessionRow[]>`
    SELECT person.name AS "personName", person.email, person.is_admin AS "isAdmin",
      team.id AS "teamId", team.slug, team.name, membership.role::text AS role
    FROM person
    LEFT JOIN membership ON membership.person_id = person.id
    LEFT JOIN team ON team.id = membership.team_id
    WHERE person.id = ${personId}::uuid AND person.session_version = ${sessionVersion} AND person.deactivated_at IS NULL
      AND person.author_in IS NULL
    ORDER BY team.name, team.slug`;
  const first = rows[0];
  if (!first) return null;
  return {
    person: { personId, name: first.personName, email: first.email, isAdmin: first.isAdmin },
    memberships: rows.flatMap(({ teamId, slug, name, role }) =>
      teamId === null ? [] : [{ teamId, slug, name, role }],
    ),
  };
}

/** The session's viewer in the team with this slug, or null when the person is no member of such a team. */
export function viewerInTeam({ person, memberships }: Session, teamSlug: string): TeamViewer | null {
  const membership = memberships.find(({ slug }) => slug === teamSlug);
  if (!membership) return null;
  const { teamId, slug, name, role } = membership;
  return { ...person, teamId, teamSlug: slug, teamName: name, role };
}

type SessionRow = { personName: string; email: string; isAdmin: boolean } & (
  Membership | { teamId: null; slug: null; name: null; role: null }
);
