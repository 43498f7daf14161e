import "server-only";

import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";

import { seenTally, seenVotes } from "./sight";
import { CHOICES, type Choice } from "./types";

/** Marks shown of each choice, and people shown who have not marked; the rest is a number. */
export const SHOWN_MARKS = 50;

export type ShownMark = {
  personId: string;
  name: string;
  /** False for who is a name alone here: their mark was brought in from elsewhere. */
  hasAccount: boolean;
  note: string;
  at: string;
};

export type TeamMarks = {
  /** Up to fifty of each choice, those with a note first, then the latest. */
  byChoice: Record<Choice, ShownMark[]>;
  /** Members who have not marked: how many, and the first fifty by name; nobody is named where marks are hidden. */
  waiting: { people: { personId: string; name: string }[]; total: number };
  members: number;
};

/**
 * Who of the viewer's team marked an announcement how, and who has not: two statements, however large the team. Where the
 * marks of others are hidden, there are only numbers.
 */
export async function readTeamMarks(viewer: TeamViewer, announcementId: string): Promise<TeamMarks> {
  const [marks, waiting] = await Promise.all([readMarks(viewer, announcementId), readWaiting(viewer, announcementId)]);
  const ofChoice = (choice: Choice) => marks.filter((mark) => mark.choice === choice).map(shownMark);
  return {
    byChoice: { adopt: ofChoice("adopt"), investigate: ofChoice("investigate"), ignore: ofChoice("ignore") },
    waiting: {
      people: waiting.flatMap(({ personId, name }) => (personId && name ? [{ personId, name }] : [])),
      total: waiting[0]?.total ?? 0,
    },
    members: waiting[0]?.members ?? 0,
  };
}

function readMarks(viewer: TeamViewer, announcementId: string): Promise<MarkRow[]> {
  return db().$queryRaw<MarkRow[]>`
    SELECT mark.choice::text AS choice, mark.person_id AS "personId", person.name,
      person.author_in IS NULL AS "hasAccount", mark.note, mark.updated_at AS at
    FROM unnest(${[...CHOICES]}::choice[]) WITH ORDINALITY AS wanted(choice, position)
    CROSS JOIN LATERAL (
      SELECT vote.* FROM ${seenVotes(viewer)} AS vote
      WHERE vote.announcement_id = ${announcementId}::uuid AND vote.choice = wanted.choice
      ORDER BY vote.note = '', vote.updated_at DESC, vote.person_id
      LIMIT ${SHOWN_MARKS}
    ) AS mark
    JOIN person ON person.id = mark.person_id
    ORDER BY wanted.position, mark.note = '', mark.updated_at DESC, mark.person_id`;
}

/** One row for each person who waits, with the totals beside; a row without a person when everybody has marked. */
function readWaiting(viewer: TeamViewer, announcementId: string): Promise<WaitingRow[]> {
  return db().$queryRaw<WaitingRow[]>`
    WITH member AS (SELECT person_id FROM membership WHERE team_id = ${viewer.teamId}::uuid),
    waiting AS (
      SELECT member.person_id FROM member
      LEFT JOIN vote ON vote.team_id = ${viewer.teamId}::uuid AND vote.announcement_id = ${announcementId}::uuid
        AND vote.person_id = member.person_id
      WHERE vote.person_id IS NULL
    ),
    shown AS (
      SELECT person.id, person.name FROM waiting JOIN person ON person.id = waiting.person_id
      WHERE ${mayName(viewer, announcementId)}
      ORDER BY person.name, person.id LIMIT ${SHOWN_MARKS}
    )
    SELECT shown.id AS "personId", shown.name, totals.total, totals.members
    FROM (
      SELECT (SELECT count(*) FROM waiting)::int AS total, (SELECT count(*) FROM member)::int AS members
    ) AS totals
    LEFT JOIN shown ON true
    ORDER BY shown.name, shown.id`;
}

/** Who is still to mark tells who has: names are given only where marks are seen. */
function mayName(viewer: TeamViewer, announcementId: string): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (
    SELECT FROM ${seenTally(viewer)} AS tally WHERE tally.announcement_id = ${announcementId}::uuid AND tally.is_hidden
  )`;
}

function shownMark({ personId, name, hasAccount, note, at }: MarkRow): ShownMark {
  return { personId, name, hasAccount, note, at: at.toISOString() };
}

type MarkRow = Omit<ShownMark, "at"> & { choice: Choice; at: Date };
type WaitingRow = { personId: string | null; name: string | null; total: number; members: number };
