import "server-only";

import type { Tx } from "@/lib/db/client";

import type { Published } from "./publish-announcements";

/**
 * Stores what a source says of announcements: a mention where there was none, else what it says now. What a mention said
 * before is kept beside it, so that publishing can be undone. No announcement may be given twice.
 */
export async function storeMentions(
  tx: Tx,
  { importId, sourceId }: { importId: string; sourceId: string },
  published: readonly Published[],
): Promise<void> {
  const given = JSON.stringify(
    published.map(({ announcementId, excerpt, take, section }) => ({ announcementId, excerpt, take, section })),
  );
  await tx.$executeRaw`
    INSERT INTO mention_before (import_id, mention_id, excerpt, take, section)
    SELECT ${importId}::uuid, mention.id, mention.excerpt, mention.take, mention.section
    FROM jsonb_to_recordset(${given}::jsonb) AS given ("announcementId" uuid, excerpt text, take text, section text)
    JOIN mention ON announcement_id = "announcementId" AND source_id = ${sourceId}::uuid
    WHERE mention.import_id IS DISTINCT FROM ${importId}::uuid
      AND (mention.excerpt, mention.take, mention.section) IS DISTINCT FROM (given.excerpt, given.take, given.section)
    ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`
    INSERT INTO mention AS kept (announcement_id, source_id, import_id, excerpt, take, section)
    SELECT "announcementId", ${sourceId}::uuid, ${importId}::uuid, excerpt, take, section
    FROM jsonb_to_recordset(${given}::jsonb) AS given ("announcementId" uuid, excerpt text, take text, section text)
    ON CONFLICT (announcement_id, source_id) DO UPDATE
    SET excerpt = excluded.excerpt, take = excluded.take, section = excluded.section
    WHERE (kept.excerpt, kept.take, kept.section) IS DISTINCT FROM (excluded.excerpt, excluded.take, excluded.section)`;
}
