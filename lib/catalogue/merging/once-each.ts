import "server-only";

import { z } from "zod";

import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

import { putBack, rememberedAs, WHOLE_ROW, type Pair, type Part, type Row } from "./part";

type OnceEach = {
  table: string;
  /** Who has one on each announcement: team and person, or team alone. */
  key: readonly [string, ...string[]];
  /** The time of the last change: the newer one stands. */
  changedAt: string;
};

/**
 * Rows of which everybody has one on each announcement: marks, decisions. Where somebody has one on both, the newer stands
 * on the kept one and the older is remembered. Undo puts back what was, save what was changed since: that stays where it
 * was changed.
 */
export function onceEach({ table, key, changedAt }: OnceEach): Part {
  const [rows, at] = [Prisma.raw(table), Prisma.raw(changedAt)];
  const same = (one: string, other: string) =>
    Prisma.raw(key.map((column) => `${one}.${column} = ${other}.${column}`).join(" AND "));

  async function move(tx: Tx, { keep, drop }: Pair) {
    const both = Prisma.sql`(${keep}::uuid, ${drop}::uuid)`;
    await tx.$executeRaw`
      DELETE FROM ${rows} AS older USING ${rows} AS newer
      WHERE older.announcement_id IN ${both} AND newer.announcement_id IN ${both} AND ${same("older", "newer")}
        AND (older.${at}, older.announcement_id = ${keep}::uuid) < (newer.${at}, newer.announcement_id = ${keep}::uuid)`;
    await tx.$executeRaw`
      UPDATE ${rows} SET announcement_id = ${keep}::uuid WHERE announcement_id = ${drop}::uuid`;
  }

  async function restore(tx: Tx, { keep, drop }: Pair, was: readonly Row[]) {
    const remembered = rememberedAs(table, was);
    // What the merge brought to the kept one and nobody has changed since.
    const brought = await tx.$queryRaw`
      DELETE FROM ${rows} AS stands USING ${remembered} AS brought
      WHERE stands.announcement_id = ${keep}::uuid AND brought.announcement_id = ${drop}::uuid
        AND ${same("stands", "brought")} AND stands.${at} = brought.${at}
        AND NOT EXISTS (
          SELECT FROM ${remembered} AS own
          WHERE own.announcement_id = ${keep}::uuid AND ${same("own", "brought")} AND own.${at} >= brought.${at}
        )
      RETURNING to_jsonb(brought) AS row`;
    const replaced = new Set(broughtSchema.parse(brought).map(({ row }) => keyOf(row)));
    const back = was.filter((row) => row.announcement_id === drop || replaced.has(keyOf(row)));
    await putBack(tx, table, back);
  }

  function keyOf(row: Row): string {
    return JSON.stringify(key.map((column) => row[column]));
  }

  return { table, column: "announcement_id", remembers: WHOLE_ROW, move, restore };
}

const broughtSchema = z.array(z.object({ row: z.record(z.string(), z.unknown()) }));
