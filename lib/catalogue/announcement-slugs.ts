import "server-only";

import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

import { lockCatalogue } from "./catalogue-lock";
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
  await lockCatalogue(tx);
  const plain = announcements.map(({ title }) => slugify(title));
  const taken = await listTaken(tx, conferenceSlug, plain);
  return announcements.map((announcement) => {
    const slug = freeSlug({ title: announcement.title, conferenceSlug, taken });
    taken.add(slug);
    return { ...announcement, slug };
  });
}

/**
 * The slugs in use, and for those that more than one wants also the numbered ones. The address of what was merged leads on,
 * and is its own again when that is undone.
 */
async function listTaken(tx: Tx, conferenceSlug: string, plain: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ slug: string }[]>`SELECT slug FROM ${ADDRESSES} WHERE slug = ANY(${plain})`;
  const taken = new Set(rows.map(({ slug }) => slug));
  const wanted = new Set<string>();
  const crowded = plain.filter((slug) => taken.has(slug) || wanted.size === wanted.add(slug).size);
  if (crowded.length === 0) return taken;
  const ofConference = crowded.map((slug) => `${slug}-${conferenceSlug}`);
  const numbered = await tx.$queryRaw<{ slug: string }[]>`
    SELECT slug FROM ${ADDRESSES}
    WHERE slug = ANY(${ofConference}) OR regexp_replace(slug, '-[0-9]+$', '') = ANY(${ofConference})`;
  return new Set([...taken, ...numbered.map(({ slug }) => slug)]);
}

const ADDRESSES = Prisma.sql`(SELECT slug FROM announcement UNION ALL SELECT dropped_slug FROM merge) AS address`;
