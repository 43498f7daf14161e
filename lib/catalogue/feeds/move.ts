import "server-only";

import type { Tx } from "@/lib/db/client";

import { addImport, findOpen, startImport, type Appending } from "./append";

/**
 * Moves candidates of the feed's import that wait into an import of their own, which is to be published, and gives its
 * id. It has the whole text, so that their places stay. The feed's import must be held.
 */
export async function moveToOwnImport(tx: Tx, feed: Appending, candidateIds: readonly string[]): Promise<string> {
  const open = await findOpen(tx, feed.id);
  const staying = open
    ? await tx.candidate.count({ where: { importId: open.id, id: { notIn: [...candidateIds] } } })
    : 0;
  if (open && staying === 0) {
    // Nothing would be left in it: it is itself what is published, and the next item begins another.
    await tx.feed.update({ where: { id: feed.id }, data: { importId: null }, select: { id: true } });
    return open.id;
  }
  const importId = await addImport(tx, feed, open?.text ?? "");
  await moveCandidates(tx, candidateIds, { importId, last: 0 });
  return importId;
}

/** Puts candidates behind the last of an import, in the order given. */
async function moveCandidates(
  tx: Tx,
  candidateIds: readonly string[],
  { importId, last }: { importId: string; last: number },
): Promise<void> {
  const moved = candidateIds.map((id, index) => ({ id, position: last + index + 1 }));
  await tx.$executeRaw`
    UPDATE candidate SET import_id = ${importId}::uuid, position = moved.position, version = version + 1
    FROM jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) AS moved (id uuid, position int)
    WHERE candidate.id = moved.id`;
}

/**
 * Puts candidates of other imports of the feed back before a person, at the end of its import under review. A place that
 * means something else in that import's text is forgotten.
 */
export async function returnCandidates(tx: Tx, feed: Appending, candidateIds: readonly string[]): Promise<void> {
  if (candidateIds.length === 0) return;
  const open = (await findOpen(tx, feed.id)) ?? (await startImport(tx, feed));
  const candidates = await tx.candidate.findMany({
    where: { id: { in: [...candidateIds] } },
    orderBy: [{ importId: "asc" }, { position: "asc" }],
    select: { id: true, importId: true, startOffset: true, endOffset: true },
  });
  const imports = await tx.import.findMany({
    where: { id: { in: candidates.map(({ importId }) => importId) } },
    select: { id: true, text: true },
  });
  const texts = new Map(imports.map(({ id, text }) => [id, text]));
  const placed = candidates.flatMap(({ id, importId, startOffset: start, endOffset: end }) => {
    if (start === null || end === null || importId === open.id) return [];
    return texts.get(importId)?.slice(start, end) === open.text.slice(start, end) ? [] : [id];
  });
  const elsewhere = candidates.filter(({ importId }) => importId !== open.id).map(({ id }) => id);
  await tx.candidate.updateMany({ where: { id: { in: placed } }, data: { startOffset: null, endOffset: null } });
  await moveCandidates(tx, elsewhere, { importId: open.id, last: open.last });
  await tx.candidate.updateMany({
    where: { id: { in: [...candidateIds] } },
    data: { resolution: "open", version: { increment: 1 } },
  });
}
