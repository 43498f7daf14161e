import "server-only";

import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

import { sourceFactsSchema } from "./publish-source";

/**
 * Takes back what the source says by this import: mentions that it added, and what it changed in those of an earlier
 * edition. What a later edition has made of a mention since holds, and remembers what was there before this one.
 */
export async function takeBackMentions(tx: Tx, importId: string, staying: string[]): Promise<void> {
  await handOn(tx, importId);
  await tx.$executeRaw`
    UPDATE mention SET excerpt = before.excerpt, take = before.take, section = before.section
    FROM mention_before AS before
    WHERE before.import_id = ${importId}::uuid AND mention.id = before.mention_id`;
  await tx.$executeRaw`DELETE FROM mention_before WHERE import_id = ${importId}::uuid`;
  await tx.$executeRaw`
    DELETE FROM mention
    WHERE import_id = ${importId}::uuid AND announcement_id <> ALL(${staying}::uuid[])`;
}

/** The source as it was before the import, unless a later edition speaks for it; one that nothing is left of goes. */
export async function restoreSource(tx: Tx, importId: string): Promise<void> {
  const { sourceId, sourceBefore, publishedAt } = await tx.import.findUniqueOrThrow({
    where: { id: importId },
    select: { sourceId: true, sourceBefore: true, publishedAt: true },
  });
  if (!sourceId) return;
  const later = await tx.import.count({
    where: { sourceId, id: { not: importId }, state: "published", publishedAt: { gte: publishedAt ?? new Date(0) } },
  });
  if (sourceBefore !== null && later === 0) {
    await tx.source.update({ where: { id: sourceId }, data: sourceFactsSchema.parse(sourceBefore) });
  }
  await tx.import.update({ where: { id: importId }, data: { sourceBefore: Prisma.DbNull } });
  await tx.$executeRaw`
    DELETE FROM source
    WHERE id = ${sourceId}::uuid AND identity LIKE 'sha256:%'
      AND NOT EXISTS (SELECT FROM mention WHERE source_id = source.id)
      AND NOT EXISTS (SELECT FROM import WHERE source_id = source.id AND state = 'published' AND id <> ${importId}::uuid)`;
}

/** The next later edition of each mention takes this import's place in its history. */
async function handOn(tx: Tx, importId: string): Promise<void> {
  const next = Prisma.sql`
    SELECT DISTINCT ON (later.mention_id) later.mention_id, later.import_id
    FROM import AS own
    JOIN mention ON mention.source_id = own.source_id
    JOIN mention_before AS later ON later.mention_id = mention.id
    JOIN import ON import.id = later.import_id AND import.published_at > own.published_at
    WHERE own.id = ${importId}::uuid
    ORDER BY later.mention_id, import.published_at`;
  await tx.$executeRaw`
    WITH next AS (${next}), own AS (
      DELETE FROM mention_before AS own USING next
      WHERE own.import_id = ${importId}::uuid AND own.mention_id = next.mention_id
      RETURNING own.*
    )
    UPDATE mention_before AS later SET excerpt = own.excerpt, take = own.take, section = own.section
    FROM own JOIN next USING (mention_id)
    WHERE later.mention_id = next.mention_id AND later.import_id = next.import_id`;
  await tx.$executeRaw`
    WITH next AS (${next}), handed AS (
      UPDATE mention SET import_id = next.import_id FROM next
      WHERE mention.id = next.mention_id AND mention.import_id = ${importId}::uuid
      RETURNING mention.id, mention.import_id
    )
    DELETE FROM mention_before AS later USING handed
    WHERE later.mention_id = handed.id AND later.import_id = handed.import_id`;
}
