import "server-only";

import { z } from "zod";

import { db, type Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { can } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

/** Why an announcement outlives the import that made it, the weightiest first. */
export const STAYING_REASONS = ["decided", "marked", "commented", "mentioned", "edited"] as const;
export type StayingReason = (typeof STAYING_REASONS)[number];

/** Announcements that stay for one reason: how many, and the first of them by title. */
export type Staying = { reason: StayingReason; count: number; first: { slug: string; title: string }[] };

const NAMED = 5;

/**
 * What an import made that people have worked on since, in whichever team, or that another import has spoken of: an SQL
 * list of (id, slug, title, reason). Undoing leaves it alone.
 */
export function stayingAnnouncements(importId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT id, slug, title, reason FROM (
      SELECT id, slug, title, CASE
        WHEN EXISTS (SELECT FROM decision WHERE announcement_id = announcement.id) THEN 'decided'
        WHEN EXISTS (SELECT FROM vote WHERE announcement_id = announcement.id) THEN 'marked'
        WHEN EXISTS (SELECT FROM comment WHERE announcement_id = announcement.id) THEN 'commented'
        WHEN EXISTS (
          SELECT FROM mention
          WHERE announcement_id = announcement.id AND (import_id IS DISTINCT FROM ${importId}::uuid OR EXISTS (
            SELECT FROM mention_before WHERE mention_id = mention.id AND mention_before.import_id <> ${importId}::uuid))
        ) OR EXISTS (
          SELECT FROM candidate JOIN import ON import.id = candidate.import_id
          WHERE announcement_id = announcement.id AND import.state = 'published' AND import.id <> ${importId}::uuid
        ) THEN 'mentioned'
        WHEN edited_at IS NOT NULL THEN 'edited'
      END AS reason
      FROM announcement WHERE import_id = ${importId}::uuid
    ) AS made
    WHERE reason IS NOT NULL`;
}

/** What stays of an import's announcements, by reason. */
export async function countStaying(tx: Tx, importId: string): Promise<Staying[]> {
  const rows = await tx.$queryRaw<Staying[]>`
    SELECT reason, count(*)::int AS count,
      to_jsonb((array_agg(jsonb_build_object('slug', slug, 'title', title) ORDER BY title, id))[1:${Prisma.raw(String(NAMED))}]) AS first
    FROM (${stayingAnnouncements(importId)}) AS staying
    GROUP BY reason`;
  return STAYING_REASONS.flatMap((reason) => rows.filter((row) => row.reason === reason));
}

/**
 * What is in the catalogue by an import that is under review again since its publication was undone; empty for any other
 * import, and for somebody who may not review it.
 */
export async function readStaying(viewer: TeamViewer, importId: string): Promise<Staying[]> {
  if (!can(viewer, "import.review") || !z.uuid().safeParse(importId).success) return [];
  const isTheirs = await db().import.count({ where: { id: importId, teamId: viewer.teamId, state: "reviewing" } });
  return isTheirs ? countStaying(db(), importId) : [];
}
