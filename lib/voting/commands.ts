import "server-only";

import type { z } from "zod";

import { followingMerge } from "@/lib/catalogue/merging/standing";
import { db } from "@/lib/db/client";
import { ok, refuse, refuseInvalid, refuseNotFound, type Result } from "@/lib/errors/problem";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { readMarked } from "./queries";
import { refusalWhenClosed, ROUND_NOT_CLOSED } from "./rounds/standing";
import {
  castSchema,
  saveNoteSchema,
  withdrawSchema,
  type CastInput,
  type SaveNoteInput,
  type WithdrawInput,
} from "./schema";
import type { Cast, Marked, Mine, Withdrawn } from "./types";

/**
 * Marks an announcement for the viewer in their team. Casting what already stands changes nothing and writes no history;
 * a note that is not given stays as it is. Tally, progress and history follow by trigger, which is why what changed is
 * read by a second statement: the first cannot see them. The answer says what the mark replaced, so that a page that
 * showed something else can tell.
 */
export async function castVote(viewer: TeamViewer, input: CastInput): Promise<Result<Cast>> {
  const parsed = parse(viewer, castSchema, input);
  if (!parsed.ok) return parsed;
  const { choice, note = null } = parsed.value;
  // The announcement is held, so that a merge is either waited for or waits.
  return followingMerge(parsed.value.announcementId, async (announcementId) => {
    const [row] = await db().$queryRaw<{ written: number; previous: Mine | null }[]>`
      WITH written AS (
        INSERT INTO vote (team_id, announcement_id, person_id, choice, note)
        SELECT membership.team_id, announcement.id, membership.person_id, ${choice}::choice, coalesce(${note}, '')
        FROM announcement, membership
        WHERE announcement.id = ${announcementId}::uuid
          AND membership.team_id = ${viewer.teamId}::uuid AND membership.person_id = ${viewer.personId}::uuid
          AND ${ROUND_NOT_CLOSED}
        FOR KEY SHARE OF announcement
        ON CONFLICT (team_id, announcement_id, person_id) DO UPDATE SET
          choice = excluded.choice, note = coalesce(${note}, vote.note), updated_at = now()
        WHERE (vote.choice, vote.note) <> (excluded.choice, coalesce(${note}, vote.note))
        RETURNING 1
      )
      SELECT (SELECT count(*)::int FROM written) AS written, (
        SELECT json_build_object('choice', vote.choice, 'note', vote.note) FROM vote
        WHERE vote.team_id = ${viewer.teamId}::uuid AND vote.announcement_id = ${announcementId}::uuid
          AND vote.person_id = ${viewer.personId}::uuid
      ) AS previous`;
    const result = await answer(viewer, announcementId, row?.written ?? 0);
    return result.ok ? ok({ ...result.value, previous: row?.previous ?? null }) : result;
  });
}

/** Takes the viewer's mark and note back; withdrawing what is not there changes nothing. */
export async function withdrawVote(viewer: TeamViewer, input: WithdrawInput): Promise<Result<Withdrawn>> {
  const parsed = parse(viewer, withdrawSchema, input);
  if (!parsed.ok) return parsed;
  return followingMerge(parsed.value.announcementId, async (announcementId) => {
    const [withdrawn = null] = await db().$queryRaw<Mine[]>`
      DELETE FROM vote USING membership, announcement
      WHERE vote.team_id = ${viewer.teamId}::uuid AND vote.announcement_id = ${announcementId}::uuid
        AND vote.person_id = ${viewer.personId}::uuid AND announcement.id = vote.announcement_id
        AND membership.team_id = vote.team_id AND membership.person_id = vote.person_id AND ${ROUND_NOT_CLOSED}
      RETURNING vote.choice::text AS choice, vote.note`;
    const result = await answer(viewer, announcementId, Number(withdrawn !== null));
    return result.ok ? ok({ ...result.value, withdrawn }) : result;
  });
}

/**
 * Replaces the note of the viewer's mark. When the stored note is neither what the form was filled with nor what it now
 * says, both texts are kept: nothing is written, and the conflict carries the stored one.
 */
export async function saveNote(viewer: TeamViewer, input: SaveNoteInput): Promise<Result<Marked>> {
  const parsed = parse(viewer, saveNoteSchema, input);
  if (!parsed.ok) return parsed;
  const { note, was } = parsed.value;
  return followingMerge(parsed.value.announcementId, async (announcementId) => {
    const written = await db().$executeRaw`
      UPDATE vote SET note = ${note}, updated_at = now() FROM membership, announcement
      WHERE vote.team_id = ${viewer.teamId}::uuid AND vote.announcement_id = ${announcementId}::uuid
        AND vote.person_id = ${viewer.personId}::uuid AND vote.note = ${was} AND vote.note <> ${note}
        AND announcement.id = vote.announcement_id
        AND membership.team_id = vote.team_id AND membership.person_id = vote.person_id AND ${ROUND_NOT_CLOSED}`;
    const result = await answer(viewer, announcementId, written);
    if (!result.ok) return result;
    const { mine } = result.value;
    if (!mine) return refuse("invalid", UNMARKED, { fields: { note: UNMARKED } });
    if (mine.note !== note) return refuse("conflict", CHANGED, { stored: mine.note });
    return result;
  });
}

const UNMARKED = "A note belongs to a mark. Choose adopt, investigate or ignore first, then save the note.";
const CHANGED = "Your note was changed meanwhile, in another window. Neither text is lost: choose which to keep.";

/** Permission first, then the input; an id that is none names nothing, like one that is not there. */
function parse<S extends z.ZodObject>(viewer: TeamViewer, schema: S, input: unknown): Result<z.output<S>> {
  const permitted = permit(viewer, "vote.cast");
  if (!permitted.ok) return permitted;
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const unnamed = parsed.error.issues.some(({ path }) => path[0] === "announcementId");
  return unnamed ? refuseNotFound("announcement") : refuseInvalid(parsed.error);
}

/** How it stands after a command; when that wrote nothing, perhaps because the round is closed. */
async function answer(viewer: TeamViewer, announcementId: string, written: number): Promise<Result<Marked>> {
  const refusal = written === 0 ? await refusalWhenClosed(viewer, announcementId) : null;
  return refusal ?? marked(viewer, announcementId);
}

async function marked(viewer: TeamViewer, announcementId: string): Promise<Result<Marked>> {
  const value = await readMarked(viewer, announcementId);
  return value ? ok(value) : refuseNotFound("announcement");
}
