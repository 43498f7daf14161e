import "server-only";

import { z } from "zod";

import { Prisma } from "@/lib/db/generated/client";

import { putBack, rememberedAs, WHOLE_ROW, type Part } from "./part";

type Union = {
  table: string;
  /** What is there once for each announcement: the service, the canonical link, the source. */
  key: string;
  /** Whether the rows have an order; those that come stand behind those that are there. */
  isOrdered: boolean;
};

const returnedSchema = z.array(z.object({ what: z.string() }));

/** Rows of which an announcement has each once: the kept one gets those it lacks. Undo takes the same away again. */
export function union({ table, key, isOrdered }: Union): Part {
  const [rows, what] = [Prisma.raw(table), Prisma.raw(key)];
  return {
    table,
    column: "announcement_id",
    remembers: WHOLE_ROW,
    async move(tx, { keep, drop }) {
      const behind = Prisma.sql`, position = coming.position + coalesce(
        (SELECT max(kept.position) + 1 FROM ${rows} AS kept WHERE kept.announcement_id = ${keep}::uuid), 0)`;
      await tx.$executeRaw`
        UPDATE ${rows} AS coming SET announcement_id = ${keep}::uuid ${isOrdered ? behind : Prisma.empty}
        WHERE coming.announcement_id = ${drop}::uuid AND NOT EXISTS (
          SELECT FROM ${rows} AS kept WHERE kept.announcement_id = ${keep}::uuid AND kept.${what} = coming.${what}
        )`;
    },
    async restore(tx, { keep, drop }, was) {
      const remembered = rememberedAs(table, was);
      const place = isOrdered ? Prisma.sql`, position = came.position` : Prisma.empty;
      const returned = await tx.$queryRaw`
        UPDATE ${rows} AS stands SET announcement_id = ${drop}::uuid ${place} FROM ${remembered} AS came
        WHERE stands.announcement_id = ${keep}::uuid AND came.announcement_id = ${drop}::uuid AND stands.${what} = came.${what}
          AND NOT EXISTS (
            SELECT FROM ${remembered} AS own WHERE own.announcement_id = ${keep}::uuid AND own.${what} = came.${what}
          )
        RETURNING stands.${what}::text AS what`;
      const there = new Set(returnedSchema.parse(returned).map((row) => row.what));
      await putBack(
        tx,
        table,
        was.filter((row) => row.announcement_id === drop && !there.has(String(row[key]))),
      );
    },
  };
}
