import "server-only";

import { z } from "zod";

import { db, type Tx } from "@/lib/db/client";
import type { Result } from "@/lib/errors/problem";

/**
 * Does a command on the announcement of that id; when it is not there because it was merged since the form was drawn, on
 * the one it was merged into.
 */
export async function followingMerge<T>(
  announcementId: string,
  command: (id: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const result = await command(announcementId);
  if (result.ok || result.problem.kind !== "not-found") return result;
  const kept = await keptFor(db(), announcementId);
  return kept === null ? result : command(kept);
}

/**
 * The announcement of that id, or the one it was merged into, which cannot be merged until the transaction ends; null when
 * there is none. To be asked before other rows are locked, as a merge does.
 */
export async function holdAnnouncement(tx: Tx, id: string): Promise<{ id: string; conferenceId: string } | null> {
  const held = await hold(tx, id);
  if (held) return held;
  const kept = await keptFor(tx, id);
  return kept === null ? null : hold(tx, kept);
}

async function hold(tx: Tx, id: string) {
  const [held] = await tx.$queryRaw<{ id: string; conferenceId: string }[]>`
    SELECT id, conference_id AS "conferenceId" FROM announcement WHERE id = ${id}::uuid FOR KEY SHARE`;
  return held ?? null;
}

async function keptFor(tx: Tx, droppedId: string): Promise<string | null> {
  if (!z.guid().safeParse(droppedId).success) return null;
  const merge = await tx.merge.findUnique({ where: { droppedId }, select: { keptId: true } });
  return merge?.keptId ?? null;
}
