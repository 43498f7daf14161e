import "server-only";

import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

import type { Came } from "./outcome";
import { staged } from "./stage";

/** Announcements whose marks are written with one statement: with a hundred people, some thousand marks. */
const BATCH = 50;

/**
 * Brings marks, their history and comments in, each batch with one statement, and counts tallies once at the end. Of two
 * marks of one person the one that was changed later stands; a mark that was taken back here since stays taken back.
 */
export async function writeMarks(
  tx: Tx,
  { teamId, conferenceId }: { teamId: string; conferenceId: string },
): Promise<{ votes: Came; comments: Came; events: number }> {
  await tx.$executeRaw`SELECT set_config('debrief.transferring', 'on', true)`;
  const votes = { added: 0, changed: 0, kept: 0 };
  let events = 0;
  for await (const { ids, known } of batches(tx)) {
    const { added, changed } = await writeVotes(tx, teamId, ids);
    votes.added += added;
    votes.changed += changed;
    votes.kept += known - added - changed;
    events += await writeVoteEvents(tx, teamId, ids);
  }
  const comments = await writeComments(tx, teamId);
  await tx.$executeRaw`SELECT FROM recount_marks(${teamId}::uuid, ${conferenceId}::uuid)`;
  await tx.$executeRaw`SELECT set_config('debrief.transferring', 'off', true)`;
  return { votes, comments, events };
}

/** The file's announcements by some at a time, with how many marks the file has on them. */
async function* batches(tx: Tx): AsyncGenerator<{ ids: string[]; known: number }> {
  for (let from = 0; ; from += BATCH) {
    const rows = await tx.$queryRaw<{ id: string; known: number }[]>`
      SELECT id, (SELECT count(*) FROM ${staged("votes")} AS vote WHERE vote.announcement = given.id)::int AS known
      FROM ${staged("announcements")} AS given
      WHERE position >= ${from} AND position < ${from + BATCH}`;
    if (rows.length === 0) return;
    yield { ids: rows.map(({ id }) => id), known: rows.reduce((sum, { known }) => sum + known, 0) };
  }
}

async function writeVotes(tx: Tx, teamId: string, ids: string[]): Promise<{ added: number; changed: number }> {
  const [counts] = await tx.$queryRaw<{ added: number; changed: number }[]>`
    WITH came AS (
      SELECT DISTINCT ON (announcement.here, person.here) announcement.here AS announcement_id, person.here AS person_id,
        choice, note, given."createdAt" AS created_at, given."updatedAt" AS updated_at
      FROM ${staged("votes")} AS given ${HERE} JOIN ${staged("people")} AS person ON person.id = given.person
      WHERE given.announcement = ANY(${ids}::uuid[])
      ORDER BY announcement.here, person.here, given."updatedAt" DESC, given.position
    ), written AS (
      INSERT INTO vote (team_id, announcement_id, person_id, choice, note, created_at, updated_at)
      SELECT ${teamId}::uuid, announcement_id, person_id, choice, note, created_at, updated_at FROM came
      WHERE NOT EXISTS (
        SELECT FROM vote_event AS withdrawn
        WHERE withdrawn.team_id = ${teamId}::uuid AND withdrawn.announcement_id = came.announcement_id
          AND withdrawn.person_id = came.person_id AND withdrawn.choice IS NULL AND withdrawn.at > came.updated_at
      )
      ORDER BY announcement_id, person_id
      ON CONFLICT (team_id, announcement_id, person_id) DO UPDATE SET
        choice = excluded.choice, note = excluded.note, updated_at = excluded.updated_at
      WHERE excluded.updated_at > vote.updated_at
      RETURNING xmax = 0 AS is_new
    )
    SELECT count(*) FILTER (WHERE is_new)::int AS added, count(*) FILTER (WHERE NOT is_new)::int AS changed FROM written`;
  return counts ?? { added: 0, changed: 0 };
}

/** Lines of history that are not here yet: as many of each kind as the file has more. */
async function writeVoteEvents(tx: Tx, teamId: string, ids: string[]): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO vote_event (team_id, announcement_id, person_id, choice, note, at)
    SELECT ${teamId}::uuid, came.announcement_id, came.person_id, came.choice, came.note, came.at
    FROM (
      SELECT announcement.here AS announcement_id, person.here AS person_id, choice, note, given.at, given.position,
        row_number() OVER (PARTITION BY announcement.here, person.here, choice, note, given.at ORDER BY given.position) AS nth
      FROM ${staged("voteEvents")} AS given ${HERE} JOIN ${staged("people")} AS person ON person.id = given.person
      WHERE given.announcement = ANY(${ids}::uuid[])
    ) AS came
    LEFT JOIN (
      SELECT named.id, event.person_id, event.choice, event.note, event.at,
        row_number() OVER (PARTITION BY named.id, event.person_id, event.choice, event.note, event.at) AS nth
      FROM (
        SELECT here AS id, here AS known_as FROM ${staged("announcements")} WHERE id = ANY(${ids}::uuid[])
        UNION SELECT here, dropped_id FROM ${staged("announcements")} AS given
          JOIN merge ON merge.kept_id = given.here WHERE given.id = ANY(${ids}::uuid[])
      ) AS named
      JOIN vote_event AS event ON event.team_id = ${teamId}::uuid AND event.announcement_id = named.known_as
    ) AS stood ON stood.id = came.announcement_id AND stood.person_id = came.person_id AND stood.at = came.at
      AND stood.note = came.note AND stood.choice IS NOT DISTINCT FROM came.choice AND stood.nth = came.nth
    WHERE stood.id IS NULL
    ORDER BY came.position`;
}

/** Comments are known by their ids; what was changed later stands, and a deleted one stays deleted. */
async function writeComments(tx: Tx, teamId: string): Promise<Came> {
  const [counts] = await tx.$queryRaw<Came[]>`
    WITH written AS (
      INSERT INTO comment (id, team_id, announcement_id, author_id, body, created_at, edited_at, deleted_at, deleted_by_id)
      SELECT CASE WHEN EXISTS (SELECT FROM comment WHERE comment.id = given.id AND comment.team_id <> ${teamId}::uuid)
          THEN md5(${teamId}::text || given.id::text)::uuid ELSE given.id END,
        ${teamId}::uuid, announcement.here, author.here, body, given."createdAt", given."editedAt", given."deletedAt",
        deleter.here
      FROM ${staged("comments")} AS given ${HERE} JOIN ${staged("people")} AS author ON author.id = given.author
      LEFT JOIN ${staged("people")} AS deleter ON deleter.id = given."deletedBy"
      ORDER BY given.position
      ON CONFLICT (id) DO UPDATE SET body = excluded.body, edited_at = excluded.edited_at,
        deleted_at = excluded.deleted_at, deleted_by_id = excluded.deleted_by_id
      WHERE comment.team_id = excluded.team_id AND comment.announcement_id = excluded.announcement_id
        AND comment.deleted_at IS NULL
        AND greatest(excluded.created_at, excluded.edited_at, excluded.deleted_at)
          > greatest(comment.created_at, comment.edited_at)
      RETURNING xmax = 0 AS is_new
    ), counted AS (
      SELECT count(*) FILTER (WHERE is_new)::int AS added, count(*) FILTER (WHERE NOT is_new)::int AS changed FROM written
    )
    SELECT added, changed, (SELECT count(*) FROM ${staged("comments")})::int - added - changed AS kept FROM counted`;
  return counts ?? { added: 0, changed: 0, kept: 0 };
}

const HERE = Prisma.sql`JOIN ${staged("announcements")} AS announcement ON announcement.id = given.announcement`;
