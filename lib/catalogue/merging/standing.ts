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
 * Where each of these announcements is: itself, or the one it was merged into, which cannot be merged until the transaction
 * ends. What is not there at all is left out. To be asked before other rows are locked, as a merge does.
 */
export async function holdAnnouncements(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  const held = await hold(tx, wanted);
  const gone = wanted.filter((id) => !held.has(id));
  const found = new Map([...held].map((id) => [id, id]));
  if (gone.length === 0) return found;
  const merges = await tx.merge.findMany({
    where: { droppedId: { in: gone } },
    select: { droppedId: true, keptId: true },
  });
  const kept = await hold(
    tx,
    merges.map(({ keptId }) => keptId),
  );
  for (const { droppedId, keptId } of merges) if (kept.has(keptId)) found.set(droppedId, keptId);
  return found;
}

async function hold(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM announcement WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR KEY SHARE`;
  return new Set(rows.map(({ id }) => id));
}

async function keptFor(tx: Tx, droppedId: string): Promise<string | null> {
  if (!z.guid().safeParse(droppedId).success) return null;
  const merge = await tx.merge.findUnique({ where: { droppedId }, select: { keptId: true } });
  return merge?.keptId ?? null;
}
