import "server-only";

import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";

import type { MarkedBy, Waiting } from "./progress-types";

/** Whoever leads more people than this looks at the first of them, not at all. */
const PEOPLE_SHOWN = 50;

/** As many as one reminder names. */
const WAITING = 100;

/** A reminder is said for as long as there cannot be another. */
const REMINDED = Prisma.sql`interval '24 hours'`;

type Target = {
  id: string;
  slug: string;
  name: string;
  announcements: number;
  isOpen: boolean;
  /** When its round closed, if it has. */
  closedAt: Date | null;
};

/**
 * Who has marked how much of the newest conference with an open round, else of the newest that has anything to mark, most
 * first; for leads alone, which the caller sees to. Null while there is nothing to mark.
 */
export async function readMarkedBy({ viewer }: { viewer: TeamViewer }): Promise<MarkedBy | null> {
  const conference = await findTarget(viewer.teamId);
  if (!conference) return null;
  const { slug, name, announcements, isOpen } = conference;
  const [people, { waiting, notStarted }] = await Promise.all([
    readPeople(viewer.teamId, conference),
    readWaiting({ viewer }, conference),
  ]);
  return { conference: { slug, name }, announcements, isOpen, people, waiting, notStarted };
}

async function findTarget(teamId: string): Promise<Target | null> {
  const [found] = await db().$queryRaw<Target[]>`
    SELECT conference.id, slug, name, announcement_count AS announcements,
      round.id IS NULL OR (round.closed_at IS NULL AND round.closes_at > now()) AS "isOpen",
      CASE WHEN round.closed_at IS NOT NULL OR round.closes_at <= now() THEN least(round.closed_at, round.closes_at) END
        AS "closedAt"
    FROM conference
    LEFT JOIN round ON round.team_id = ${teamId}::uuid AND round.conference_id = conference.id
    WHERE announcement_count > 0
    ORDER BY round.closed_at IS NULL AND coalesce(round.closes_at > now(), false) DESC,
      coalesce(starts_on, created_at::date) DESC, conference.id DESC
    LIMIT 1`;
  return found ?? null;
}

/** Those who joined after the round had closed could not mark, and are not among those who have not. */
function partOf({ closedAt }: Target): Prisma.Sql {
  return Prisma.sql`person.deactivated_at IS NULL
    AND (${closedAt}::timestamptz IS NULL OR membership.created_at <= ${closedAt}::timestamptz)`;
}

function readPeople(teamId: string, target: Target): Promise<MarkedBy["people"]> {
  return db().$queryRaw`
    SELECT person.id AS "personId", person.name, coalesce(progress.marked, 0) AS marked
    FROM membership
    JOIN person ON person.id = membership.person_id
    LEFT JOIN progress ON progress.team_id = membership.team_id AND progress.person_id = membership.person_id
      AND progress.conference_id = ${target.id}::uuid
    WHERE membership.team_id = ${teamId}::uuid AND (progress.marked > 0 OR (${partOf(target)}))
    ORDER BY coalesce(progress.marked, 0) DESC, person.name, person.id
    LIMIT ${PEOPLE_SHOWN}`;
}

async function readWaiting(
  { viewer: { teamId, personId } }: { viewer: TeamViewer },
  target: Target,
): Promise<Pick<MarkedBy, "waiting" | "notStarted">> {
  const rows = await db().$queryRaw<(Omit<Waiting, "remindedAt"> & { remindedAt: Date | null; total: number })[]>`
    SELECT person.id AS "personId", person.name, reminded.at AS "remindedAt", (count(*) OVER ())::int AS total
    FROM membership
    JOIN person ON person.id = membership.person_id
    LEFT JOIN progress ON progress.team_id = membership.team_id AND progress.person_id = membership.person_id
      AND progress.conference_id = ${target.id}::uuid
    LEFT JOIN LATERAL (
      SELECT max(notice.created_at) AS at FROM notice
      WHERE notice.person_id = membership.person_id AND notice.team_id = membership.team_id
        AND notice.kind = 'reminder' AND notice.conference_id = ${target.id}::uuid
        AND notice.created_at > now() - ${REMINDED}
    ) AS reminded ON true
    WHERE membership.team_id = ${teamId}::uuid AND coalesce(progress.marked, 0) = 0
      AND person.id <> ${personId}::uuid AND ${partOf(target)}
    ORDER BY person.name, person.id
    LIMIT ${WAITING}`;
  const waiting = rows.map(({ personId: id, name, remindedAt }) => ({
    ...{ personId: id, name, remindedAt: remindedAt?.toISOString() ?? null },
  }));
  return { waiting, notStarted: rows[0]?.total ?? 0 };
}
