import "server-only";

import { Prisma } from "@/lib/db/generated/client";

import type { Part } from "./part";

/**
 * Rows that move whole, as many as there are: comments, candidates. Undo takes the same rows back, as they are by then: a
 * comment that was edited or deleted since stays so.
 */
export function allMove({ table, column = "announcement_id" }: { table: string; column?: string }): Part {
  const [rows, names] = [Prisma.raw(table), Prisma.raw(column)];
  return {
    table,
    column,
    remembers: Prisma.sql`jsonb_build_object('id', held.id, 'of', held.${names})`,
    async move(tx, { keep, drop }) {
      await tx.$executeRaw`UPDATE ${rows} SET ${names} = ${keep}::uuid WHERE ${names} = ${drop}::uuid`;
    },
    async restore(tx, { keep, drop }, was) {
      const ids = JSON.stringify(was.filter((row) => row.of === drop).map(({ id }) => String(id)));
      await tx.$executeRaw`
        UPDATE ${rows} SET ${names} = ${drop}::uuid
        WHERE ${names} = ${keep}::uuid AND id::text IN (SELECT jsonb_array_elements_text(${ids}::jsonb))`;
    },
  };
}
