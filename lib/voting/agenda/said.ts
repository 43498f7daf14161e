import "server-only";

import { db } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";

import { seenVotes } from "../sight";
import { CHOICES, type Choice } from "../types";

import { isOpenQuestion } from "./listed";
import { questionIn } from "./question";
import { opposingSides } from "./sides";
import type { AgendaItem, OpenQuestion, Side } from "./types";

/** Notes of one side on the page; the announcement has them all. */
const SHOWN_NOTES = 5;

/** Beyond this a longer note is not a stronger one. */
const STRONGEST_LENGTH = 400;

const SHOWN_QUESTIONS = 3;

type Row = Omit<AgendaItem, "sides" | "questions">;

/** Rows of an agenda with what was written on them: two statements side by side, however many rows. */
export async function withWords(rows: readonly Row[], viewer: TeamViewer): Promise<AgendaItem[]> {
  const wanted = rows.flatMap(({ id, tally }) =>
    CHOICES.filter((choice) => tally && tally[choice] > 0).map((choice) => ({ id, choice })),
  );
  const [notes, questions] = await Promise.all([readNotes(viewer, wanted), readQuestions(viewer, rows)]);
  return rows.map((row) => ({
    ...row,
    sides: sidesOf(
      row,
      notes.filter(({ id }) => id === row.id),
    ),
    questions: questions.filter(({ id }) => id === row.id).map(openQuestion),
  }));
}

/**
 * The strongest notes of each side. No measure of an argument is fair, so the rule is plain and said on the page: the longest
 * comes first, where beyond 400 characters length counts no more; among equals the latest.
 */
async function readNotes(viewer: TeamViewer, wanted: readonly Wanted[]): Promise<NoteRow[]> {
  if (wanted.length === 0) return [];
  return db().$queryRaw<NoteRow[]>`
    SELECT wanted.id, wanted.choice::text AS choice, said.person_id AS "personId", person.name, said.note
    FROM unnest(${wanted.map(({ id }) => id)}::uuid[], ${wanted.map(({ choice }) => choice)}::choice[])
      WITH ORDINALITY AS wanted(id, choice, place)
    CROSS JOIN LATERAL (
      SELECT vote.person_id, vote.note, vote.updated_at, least(char_length(vote.note), ${STRONGEST_LENGTH}::int) AS strength
      FROM ${seenVotes(viewer)} AS vote
      WHERE vote.announcement_id = wanted.id AND vote.choice = wanted.choice AND vote.note <> ''
      ORDER BY strength DESC, vote.updated_at DESC, vote.person_id
      LIMIT ${SHOWN_NOTES + 1}
    ) AS said
    JOIN person ON person.id = said.person_id
    ORDER BY wanted.place, said.strength DESC, said.updated_at DESC, said.person_id`;
}

function sidesOf({ tally }: Row, rows: readonly NoteRow[]): Side[] {
  const notesFor = (wanted: Choice) => rows.filter(({ choice }) => choice === wanted);
  if (!tally) return [];
  return opposingSides(tally, (choice) => notesFor(choice).length > 0).map((choice) => {
    const notes = notesFor(choice).map(({ personId, name, note }) => ({ personId, name, note }));
    return { choice, notes: notes.slice(0, SHOWN_NOTES), hasMore: notes.length > SHOWN_NOTES };
  });
}

/** The latest open questions of each announcement, latest first. */
async function readQuestions(viewer: TeamViewer, rows: readonly Row[]): Promise<QuestionRow[]> {
  if (rows.length === 0) return [];
  return db().$queryRaw<QuestionRow[]>`
    SELECT wanted.id, asked.id AS "commentId", person.name AS asker, asked.body
    FROM unnest(${rows.map(({ id }) => id)}::uuid[]) AS wanted(id)
    CROSS JOIN LATERAL (
      SELECT comment.id, comment.body, comment.author_id, comment.created_at FROM comment
      WHERE comment.team_id = ${viewer.teamId}::uuid AND comment.announcement_id = wanted.id
        AND ${isOpenQuestion(viewer.teamId)}
      ORDER BY comment.created_at DESC, comment.id DESC
      LIMIT ${SHOWN_QUESTIONS}
    ) AS asked
    JOIN person ON person.id = asked.author_id
    ORDER BY asked.created_at DESC, asked.id DESC`;
}

function openQuestion({ commentId, asker, body }: QuestionRow): OpenQuestion {
  return { commentId, asker, question: questionIn(body) ?? body };
}

type Wanted = { id: string; choice: Choice };
type NoteRow = Wanted & { personId: string; name: string; note: string };
type QuestionRow = { id: string; commentId: string; asker: string; body: string };
