import "server-only";

import { z } from "zod";

import { db, type Tx } from "@/lib/db/client";
import { can } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

/** Why an announcement outlives the import that made it, the weightiest first. */
export const STAYING_REASONS = ["decided", "marked", "commented", "mentioned", "edited"] as const;
export type StayingReason = (typeof STAYING_REASONS)[number];

/** Announcements that stay for one reason: how many, and the first of them by title. */
export type Staying = { reason: StayingReason; count: number; first: { slug: string; title: string }[] };

const NAMED = 5;

/** An announcement that outlives its import, and why. */
export type Stays = { id: string; slug: string; title: string; reason: StayingReason };

/**
 * What an import made that people have worked on since, in whichever team, or that another import has spoken of, by title.
 * Undoing leaves it alone.
 */
export async function listStaying(tx: Tx, importId: string): Promise<Stays[]> {
  return tx.$queryRaw<Stays[]>`
    SELECT id, slug, title, reason FROM (
      SELECT id, slug, title, CASE
        WHEN EXISTS (SELECT FROM decision WHERE announcement_id = announcement.id)
          OR EXISTS (SELECT FROM decision_event WHERE announcement_id = announcement.id) THEN 'decided'
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
    WHERE reason IS NOT NULL
    ORDER BY title, id`;
}

/** What stays, by reason. */
export function sayStaying(stays: readonly Stays[]): Staying[] {
  return STAYING_REASONS.flatMap((reason) => {
    const some = stays.filter((each) => each.reason === reason);
    const first = some.slice(0, NAMED).map(({ slug, title }) => ({ slug, title }));
    return some.length > 0 ? [{ reason, count: some.length, first }] : [];
  });
}

/**
 * What is in the catalogue by an import that is under review again since its publication was undone; empty for any other
 * import, and for somebody who may not review it.
 */
export async function readStaying(viewer: TeamViewer, importId: string): Promise<Staying[]> {
  if (!can(viewer, "import.review") || !z.uuid().safeParse(importId).success) return [];
  const isTheirs = await db().import.count({ where: { id: importId, teamId: viewer.teamId, state: "reviewing" } });
  return isTheirs ? sayStaying(await listStaying(db(), importId)) : [];
}
