import "server-only";

import type { z } from "zod";

import { followingMerge } from "@/lib/catalogue/merging/standing";
import { db } from "@/lib/db/client";
import { parseInput } from "@/lib/errors/parse-input";
import { ok, refuse, refuseNotFound, type Result } from "@/lib/errors/problem";
import { recordAudit } from "@/lib/identity/audit";
import { can, permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import {
  addCommentSchema,
  deleteCommentSchema,
  editCommentSchema,
  type AddCommentInput,
  type DeleteCommentInput,
  type EditCommentInput,
} from "./schema";

export type StoredComment = { id: string };

/**
 * Adds a comment to the team's thread on an announcement. Sending the same form twice stores one comment; the same id with
 * another text is a conflict, so that what a person sees as stored is what they wrote.
 */
export async function addComment(viewer: TeamViewer, input: AddCommentInput): Promise<Result<StoredComment>> {
  const permitted = permit(viewer, "comment.write");
  if (!permitted.ok) return permitted;
  const parsed = parseInput(addCommentSchema, input, { announcementId: "announcement", id: "comment" });
  if (!parsed.ok) return parsed;
  return followingMerge(parsed.value.announcementId, (announcementId) =>
    storeComment(viewer, { ...parsed.value, announcementId }),
  );
}

async function storeComment(
  viewer: TeamViewer,
  { id, announcementId, body }: z.output<typeof addCommentSchema>,
): Promise<Result<StoredComment>> {
  const [stored] = await db().$queryRaw<StoredComment[]>`
    INSERT INTO comment (id, team_id, announcement_id, author_id, body)
    SELECT ${id}::uuid, membership.team_id, announcement.id, membership.person_id, ${body}
    FROM announcement, membership
    WHERE announcement.id = ${announcementId}::uuid
      AND membership.team_id = ${viewer.teamId}::uuid AND membership.person_id = ${viewer.personId}::uuid
    FOR KEY SHARE OF announcement
    ON CONFLICT (id) DO NOTHING
    RETURNING id`;
  if (stored) return ok(stored);
  const announcement = await db().announcement.findUnique({ where: { id: announcementId }, select: { id: true } });
  if (!announcement) return refuseNotFound("announcement");
  const mine = { id, announcementId, teamId: viewer.teamId, authorId: viewer.personId };
  const earlier = await db().comment.findFirst({ where: mine, select: { body: true } });
  return earlier?.body === body ? ok({ id }) : refuse("conflict", earlier ? SENT_BEFORE : NOT_STORED);
}

/** Replaces the text of the viewer's own comment, which is then shown as edited. Nobody edits somebody else's words. */
export async function editComment(viewer: TeamViewer, input: EditCommentInput): Promise<Result<StoredComment>> {
  const permitted = permit(viewer, "comment.write");
  if (!permitted.ok) return permitted;
  const parsed = parseInput(editCommentSchema, input, { id: "comment" });
  if (!parsed.ok) return parsed;
  const { id, body } = parsed.value;
  const where = { id, teamId: viewer.teamId };
  const comment = await db().comment.findFirst({ where, select: { authorId: true, body: true } });
  if (!comment) return refuseNotFound("comment");
  if (comment.authorId !== viewer.personId) return refuse("forbidden", NOT_THE_AUTHOR);
  if (comment.body === body) return ok({ id });
  const standing = { ...where, authorId: viewer.personId, deletedAt: null };
  const { count } = await db().comment.updateMany({ where: standing, data: { body, editedAt: new Date() } });
  return count === 1 ? ok({ id }) : refuse("conflict", DELETED_MEANWHILE);
}

/**
 * Deletes a comment: its author may, and a lead. Its text is gone, a trace says who deleted it, and the audit log keeps
 * that it happened. Deleting what is deleted already changes nothing.
 */
export async function deleteComment(viewer: TeamViewer, input: DeleteCommentInput): Promise<Result<StoredComment>> {
  const permitted = permit(viewer, "comment.write");
  if (!permitted.ok) return permitted;
  const parsed = parseInput(deleteCommentSchema, input, { id: "comment" });
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  const where = { id, teamId: viewer.teamId };
  const comment = await db().comment.findFirst({ where, select: { authorId: true, announcementId: true } });
  if (!comment) return refuseNotFound("comment");
  if (comment.authorId !== viewer.personId && !can(viewer, "comment.moderate")) {
    return refuse("forbidden", NOT_THE_DELETER);
  }
  await db().$transaction(async (tx) => {
    const data = { body: "", deletedAt: new Date(), deletedById: viewer.personId };
    const { count } = await tx.comment.updateMany({ where: { ...where, deletedAt: null }, data });
    if (count === 0) return;
    await recordAudit(tx, { viewer, action: "comment.deleted", subject: { type: "comment", id }, data: comment });
  });
  return ok({ id });
}

const SENT_BEFORE =
  "This comment was stored already, with an earlier text. Edit that one, or copy yours and send it anew.";
const NOT_STORED = "The comment was not stored. Copy it, open the page again and send it from there.";
const NOT_THE_AUTHOR = "Only its author can edit a comment. Answer it instead.";
const NOT_THE_DELETER = "Only its author or a lead can delete a comment. Ask one of them.";
const DELETED_MEANWHILE = "The comment was deleted meanwhile. Copy your text and send it as a new one.";
