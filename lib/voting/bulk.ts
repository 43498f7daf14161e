import "server-only";

import { db } from "@/lib/db/client";
import { ok, refuseInvalid, refuseNotFound, type Result } from "@/lib/errors/problem";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { castVotesSchema, type CastVotesInput } from "./bulk-schema";
import { readManyMarked } from "./queries";
import { refusalWhenClosed, ROUND_NOT_CLOSED } from "./rounds/standing";
import type { Cast, Choice, Marked, Mine } from "./types";

/** What became of each announcement, by the id it was asked under. */
export type CastAnswer = { announcementId: string; result: Result<Cast> };

/**
 * Marks or withdraws many announcements for the viewer at once, in one statement: what can be stored is, and each of the
 * others says why not. What was merged away is followed; of two that became one, the one that was named by its own id
 * counts. A second statement reads how they stand.
 */
export async function castVotes(viewer: TeamViewer, input: CastVotesInput): Promise<Result<CastAnswer[]>> {
  const permitted = permit(viewer, "vote.cast");
  if (!permitted.ok) return permitted;
  const parsed = castVotesSchema.safeParse({ marks: distinct(input.marks) });
  if (!parsed.success) return refuseInvalid(parsed.error);
  const found = await write(viewer, parsed.data.marks);
  const targets = found.flatMap(({ targetId }) => targetId ?? []);
  const standing = new Map((await readManyMarked(viewer, targets)).map((marked) => [marked.announcementId, marked]));
  const late = found.find(({ targetId, isHeld }) => targetId && !isHeld && standing.has(targetId));
  const refusal = late?.targetId ? await refusalWhenClosed(viewer, late.targetId) : null;
  return ok(found.map((row) => ({ announcementId: row.askedId, result: answer(row, standing, refusal) })));
}

function answer(
  { targetId, isHeld, previous }: FoundRow,
  standing: ReadonlyMap<string, Marked>,
  refusal: Result<never> | null,
): Result<Cast> {
  const marked = targetId && standing.get(targetId);
  if (!marked) return refuseNotFound("announcement");
  if (!isHeld && refusal) return refusal;
  return ok({ ...marked, previous });
}

type Wanted = { announcementId: string; choice: Choice | "withdraw"; note?: string | undefined };

/**
 * Rows are locked in one order, announcements, own marks, tallies, each by id, and the tallies before the triggers count
 * in them: two people who mark the same announcements in any order wait for each other and never for ever.
 */
function write(viewer: TeamViewer, marks: readonly Wanted[]): Promise<FoundRow[]> {
  return db().$queryRaw<FoundRow[]>`
    WITH wanted AS (
      SELECT * FROM unnest(${marks.map(({ announcementId }) => announcementId)}::uuid[],
        ${marks.map(({ choice }) => choice)}::text[], ${marks.map(({ note }) => note ?? null)}::text[])
        WITH ORDINALITY AS wanted(asked_id, choice, note, position)
    ),
    named AS (
      SELECT wanted.*, coalesce(self.id, merge.kept_id) AS id FROM wanted
      LEFT JOIN announcement AS self ON self.id = wanted.asked_id
      LEFT JOIN merge ON merge.dropped_id = wanted.asked_id
    ),
    target AS (
      SELECT DISTINCT ON (id) id, choice, note FROM named
      WHERE id IS NOT NULL ORDER BY id, (id = asked_id) DESC, position
    ),
    held AS (
      SELECT announcement.id, target.choice, target.note FROM target
      JOIN announcement ON announcement.id = target.id
      JOIN membership ON membership.team_id = ${viewer.teamId}::uuid AND membership.person_id = ${viewer.personId}::uuid
      WHERE ${ROUND_NOT_CLOSED}
      ORDER BY announcement.id
      FOR KEY SHARE OF announcement
    ),
    own AS (
      SELECT announcement_id, json_build_object('choice', choice, 'note', note) AS mine FROM vote
      WHERE team_id = ${viewer.teamId}::uuid AND person_id = ${viewer.personId}::uuid
        AND announcement_id IN (SELECT id FROM target)
    ),
    gone AS (
      DELETE FROM vote USING held
      WHERE vote.team_id = ${viewer.teamId}::uuid AND vote.person_id = ${viewer.personId}::uuid
        AND vote.announcement_id = held.id AND held.choice = 'withdraw'
      RETURNING 1
    ),
    put AS (
      INSERT INTO vote (team_id, announcement_id, person_id, choice, note)
      SELECT ${viewer.teamId}::uuid, held.id, ${viewer.personId}::uuid, held.choice::choice, coalesce(held.note, '')
      FROM held WHERE held.choice <> 'withdraw' ORDER BY held.id
      ON CONFLICT (team_id, announcement_id, person_id) DO UPDATE SET
        choice = excluded.choice, note = coalesce(nullif(excluded.note, ''), vote.note), updated_at = now()
      WHERE (vote.choice, vote.note) <> (excluded.choice, coalesce(nullif(excluded.note, ''), vote.note))
      RETURNING 1
    ),
    locked AS (
      INSERT INTO tally (team_id, announcement_id)
      SELECT ${viewer.teamId}::uuid, held.id FROM held
      WHERE (SELECT count(*) FROM gone) + (SELECT count(*) FROM put) > 0
      ORDER BY held.id
      ON CONFLICT (team_id, announcement_id) DO UPDATE SET comments = excluded.comments WHERE false
    )
    SELECT named.asked_id AS "askedId", named.id AS "targetId", held.id IS NOT NULL AS "isHeld", own.mine AS previous
    FROM named LEFT JOIN held ON held.id = named.id LEFT JOIN own ON own.announcement_id = named.id
    ORDER BY named.position`;
}

/** The last thing said of an announcement counts, should it be named twice. */
function distinct(marks: CastVotesInput["marks"]): CastVotesInput["marks"] {
  return [...new Map(marks.map((mark) => [mark.announcementId.toLowerCase(), mark])).values()];
}

type FoundRow = { askedId: string; targetId: string | null; isHeld: boolean; previous: Mine | null };
