import "server-only";

import type { Tx } from "@/lib/db/client";

/**
 * Until the transaction ends nobody else adds announcements to the catalogue, gives them slugs or merges them. Taken before
 * any other lock on the catalogue, so that those who wait for it hold nothing that another needs.
 */
export async function lockCatalogue(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('announcement.slug', 0))`;
}
