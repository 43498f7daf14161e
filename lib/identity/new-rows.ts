import "server-only";

import type { Tx } from "@/lib/db/client";
import { numberedSlug, slugOf } from "@/lib/text/slug";

export type NewPerson = { name: string; email: string; passwordHash: string; isAdmin?: boolean };

/** Adds a person with their first session version, or null when somebody has the address already. */
export async function insertPerson(tx: Tx, person: NewPerson): Promise<{ id: string; sessionVersion: number } | null> {
  const [made = null] = await tx.person.createManyAndReturn({
    data: [person],
    skipDuplicates: true,
    select: { id: true, sessionVersion: true },
  });
  return made;
}

/** Adds a team under a slug made from its name; two teams of one name get two addresses. */
export async function insertTeam(tx: Tx, name: string): Promise<{ id: string; slug: string }> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('team.slug', 0))`;
  const slug = slugOf(name, "team");
  const rows = await tx.team.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true } });
  const taken = new Set(rows.map((row) => row.slug));
  return tx.team.create({ data: { name, slug: numberedSlug(slug, taken) }, select: { id: true, slug: true } });
}
