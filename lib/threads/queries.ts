import "server-only";

import { z } from "zod";

import { db } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";

import { readDecisionsBetween } from "./decisions";
import { THREAD_PAGE, type Thread, type ThreadComment } from "./types";

/**
 * What the viewer's team says of an announcement: the last fifty comments, or the fifty before the comment `before`, and what
 * was decided meanwhile. Two statements, three where there may be a page before, whose fifty are counted.
 */
export async function readThread(viewer: TeamViewer, announcementId: string, before?: string | null): Promise<Thread> {
  if (!z.guid().safeParse(announcementId).success) return { comments: [], decisions: [], earlier: null };
  const key = z.guid().safeParse(before).data ?? null;
  const rows = await db().$queryRaw<CommentRow[]>`
    SELECT comment.id, comment.author_id AS "authorId", author.name AS "authorName",
      author.author_in IS NULL AS "hasAccount", comment.body,
      comment.created_at AS "createdAt", comment.edited_at AS "editedAt",
      comment.deleted_at AS "deletedAt", deleter.name AS "deletedBy"
    FROM comment
    JOIN person AS author ON author.id = comment.author_id
    LEFT JOIN person AS deleter ON deleter.id = comment.deleted_by_id
    WHERE comment.team_id = ${viewer.teamId}::uuid AND comment.announcement_id = ${announcementId}::uuid
      AND (${key}::uuid IS NULL OR (comment.created_at, comment.id) < (
        SELECT other.created_at, other.id FROM comment AS other
        WHERE other.id = ${key}::uuid AND other.team_id = comment.team_id AND other.announcement_id = comment.announcement_id
      ))
    ORDER BY comment.created_at DESC, comment.id DESC
    LIMIT ${THREAD_PAGE}`;
  const comments = rows.reverse().map(threadComment);
  const [first] = comments;
  const count = first && comments.length === THREAD_PAGE ? await countBefore(viewer, announcementId, first.id) : 0;
  const earlier = first && count > 0 ? { before: first.id, count } : null;
  const from = first && earlier ? first.createdAt : null;
  return { comments, decisions: await readDecisionsBetween({ viewer, announcementId, from, before: key }), earlier };
}

async function countBefore(viewer: TeamViewer, announcementId: string, id: string): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM comment
      WHERE team_id = ${viewer.teamId}::uuid AND announcement_id = ${announcementId}::uuid
        AND (created_at, id) < (SELECT other.created_at, other.id FROM comment AS other WHERE other.id = ${id}::uuid)
      ORDER BY created_at DESC, id DESC
      LIMIT ${THREAD_PAGE}
    ) AS page`;
  return row?.count ?? 0;
}

function threadComment({ authorId, authorName, hasAccount, deletedAt, deletedBy, ...row }: CommentRow): ThreadComment {
  return {
    id: row.id,
    author: { id: authorId, name: authorName, hasAccount },
    body: row.body,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deleted: deletedAt && { by: deletedBy, at: deletedAt.toISOString() },
  };
}

type CommentRow = {
  id: string;
  authorId: string;
  authorName: string;
  hasAccount: boolean;
  body: string;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  deletedBy: string | null;
};
