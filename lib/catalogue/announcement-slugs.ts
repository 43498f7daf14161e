import "server-only";

import type { Tx } from "@/lib/db/client";

import { freeSlug, slugify } from "./slug";

/**
 * The announcements given, each with a free slug made from its title. Until the transaction ends nobody else is given
 * one, so the rows must be made in it.
 */
export async function withFreeSlugs<T extends { title: string }>(
  tx: Tx,
  conferenceSlug: string,
  announcements: readonly T[],
): Promise<(T & { slug: string })[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('announcement.slug', 0))`;
  const plain = announcements.map(({ title }) => slugify(title));
  const numbered = plain.map((slug) => ({ slug: { startsWith: `${slug}-${conferenceSlug}` } }));
  const rows = await tx.announcement.findMany({
    where: { OR: [{ slug: { in: plain } }, ...numbered] },
    select: { slug: true },
  });
  const taken = new Set(rows.map((row) => row.slug));
  return announcements.map((announcement) => {
    const slug = freeSlug({ title: announcement.title, conferenceSlug, taken });
    taken.add(slug);
    return { ...announcement, slug };
  });
}
