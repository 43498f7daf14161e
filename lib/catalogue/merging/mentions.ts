import "server-only";

import { Prisma } from "@/lib/db/generated/client";

import { rememberedAs, type Part } from "./part";
import { union } from "./union";

const sources = union({ table: "mention", key: "source_id", isOrdered: false });

/**
 * What each source says. A source that speaks of both has one mention on the kept one, which says what both said; undo
 * gives each its own words again, unless the joint ones were changed since.
 */
export const mentions: Part = {
  ...sources,
  async move(tx, pair, was) {
    await tx.$executeRaw`
      UPDATE mention AS own SET ${words("excerpt")}, ${words("take")}, ${words("section")}
      FROM mention AS other
      WHERE own.announcement_id = ${pair.keep}::uuid AND other.announcement_id = ${pair.drop}::uuid
        AND own.source_id = other.source_id`;
    await sources.move(tx, pair, was);
  },
  async restore(tx, pair, was, now) {
    await tx.$executeRaw`
      UPDATE mention AS stands SET excerpt = own.excerpt, take = own.take, section = own.section
      FROM ${rememberedAs("mention", was)} AS own JOIN ${rememberedAs("mention", was)} AS other USING (source_id)
      WHERE own.announcement_id = ${pair.keep}::uuid AND other.announcement_id = ${pair.drop}::uuid AND stands.id = own.id
        AND (stands.excerpt, stands.take, stands.section)
          IS NOT DISTINCT FROM (${joint("excerpt")}, ${joint("take")}, ${joint("section")})`;
    await sources.restore(tx, pair, was, now);
  },
};

function words(column: Column): Prisma.Sql {
  return Prisma.sql`${Prisma.raw(column)} = ${joint(column)}`;
}

type Column = "excerpt" | "take" | "section";

const BETWEEN: Record<Column, string> = { excerpt: "\n\n", take: " ", section: ", " };

/** Both texts, the kept one's first; one alone where the other is empty or part of it. */
function joint(column: Column): Prisma.Sql {
  const [own, other] = [Prisma.raw(`own.${column}`), Prisma.raw(`other.${column}`)];
  return Prisma.sql`CASE
    WHEN coalesce(${other}, '') = '' OR strpos(${own}, ${other}) > 0 THEN ${own}
    WHEN coalesce(${own}, '') = '' OR strpos(${other}, ${own}) > 0 THEN ${other}
    ELSE concat(${own}, ${BETWEEN[column]}::text, ${other}) END`;
}
