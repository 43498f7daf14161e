import "server-only";

import { Prisma } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";
import type { Availability } from "@/lib/recap/types";

import { DECISION_COLUMN, type DecisionColumn } from "../decisions/columns";
import { seenTally, openTallies, TALLY_COLUMNS, tallyOf, type TallyColumns } from "../sight";
import type { Lean } from "../types";

import { CONTESTED, type AgendaItem } from "./types";

type Wanted = {
  viewer: TeamViewer;
  conferenceId: string;
  /** From when on what was settled stays in its place. */
  settledSince: Prisma.Sql;
  /** Slugs that stay on the list although nothing puts them there any more. */
  kept?: readonly string[];
};

/**
 * The announcements on the viewer's agenda, as the tables `asked` and `listed` of a WITH: nobody has settled them, or only a
 * moment ago, and the team is split, or contests what it leans to, or somebody's question is open. Hidden marks put nothing
 * here and have no part in the order: their rank is below every disagreement.
 */
export function agendaTables({ viewer, conferenceId, settledSince, kept = [] }: Wanted): Prisma.Sql {
  const team = Prisma.sql`${viewer.teamId}::uuid`;
  const conference = Prisma.sql`${conferenceId}::uuid`;
  // A split is at least 0.25 apart, which is where halves of neighbouring choices stand: the index finds no more than it must.
  return Prisma.sql`asked AS (
      SELECT comment.announcement_id AS id, count(*)::int AS questions
      FROM comment JOIN announcement ON announcement.id = comment.announcement_id
      WHERE comment.team_id = ${team} AND announcement.conference_id = ${conference} AND ${isOpenQuestion(viewer.teamId)}
      GROUP BY comment.announcement_id
    ),
    wanted AS (
      SELECT announcement_id AS id FROM ${openTallies(viewer)} AS tally
      WHERE tally.conference_id = ${conference} AND tally.disagreement >= 0.25
        AND (tally.lean = 'split' OR tally.disagreement >= ${CONTESTED})
      UNION SELECT id FROM asked
      UNION SELECT id FROM announcement WHERE conference_id = ${conference} AND slug = ANY(${[...kept]})
    ),
    listed AS (
      SELECT announcement.id, announcement.title, coalesce(tally.disagreement, -1) AS rank,
        coalesce(tally.marks, 0) AS marks, tally.lean, coalesce(asked.questions, 0) AS questions,
        decision.announcement_id IS NULL AS is_open
      FROM wanted
      JOIN announcement ON announcement.id = wanted.id
      LEFT JOIN asked ON asked.id = wanted.id
      LEFT JOIN ${seenTally(viewer)} AS tally ON tally.announcement_id = wanted.id
      LEFT JOIN decision ON decision.team_id = ${team} AND decision.announcement_id = wanted.id
      WHERE decision.announcement_id IS NULL OR decision.decided_at >= ${settledSince}
    )`;
}

/** The condition that a comment of a team asks something and nobody but its author commented after it. */
export function isOpenQuestion(teamId: string): Prisma.Sql {
  return Prisma.sql`comment.deleted_at IS NULL AND asks(comment.body) AND NOT EXISTS (
    SELECT FROM comment AS answer
    WHERE answer.team_id = ${teamId}::uuid AND answer.announcement_id = comment.announcement_id
      AND (answer.created_at, answer.id) > (comment.created_at, comment.id)
      AND answer.author_id <> comment.author_id AND answer.deleted_at IS NULL
  )`;
}

/** The order of an agenda, over a table with the columns of `listed`. */
export const AGENDA_ORDER = Prisma.sql`rank DESC, marks DESC, title, id`;

/** Joins what a row of the table `page` shows; `SHOWN_COLUMNS` selects it and `agendaRow` reads it. */
export function shownJoins({ viewer }: Pick<Wanted, "viewer">): Prisma.Sql {
  return Prisma.sql`LEFT JOIN announcement ON announcement.id = page.id
    LEFT JOIN ${seenTally(viewer)} AS tally ON tally.announcement_id = page.id
    LEFT JOIN decision ON decision.team_id = ${viewer.teamId}::uuid AND decision.announcement_id = page.id`;
}

export const SHOWN_COLUMNS = Prisma.sql`announcement.id, announcement.slug, announcement.title,
  announcement.service_names AS services, announcement.availability::text AS availability,
  ${TALLY_COLUMNS}, tally.lean, tally.disagreement, ${DECISION_COLUMN}`;

export type ShownRow = TallyColumns & {
  id: string;
  slug: string;
  title: string;
  services: string[];
  availability: Availability;
  lean: Lean | null;
  disagreement: number | null;
} & DecisionColumn;

/** A row as an item whose notes and questions are still to be read. */
export function agendaRow(row: ShownRow): Omit<AgendaItem, "sides" | "questions"> {
  const { id, slug, title, services, availability, lean, disagreement, decision } = row;
  return { id, slug, title, services, availability, ...tallyOf(row), lean, disagreement, decision };
}
