import "server-only";

import { z } from "zod";

import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/** Two announcements of one conference, by id. */
export type Pair = { keep: string; drop: string };

/** A row as JSON, with the names of its columns. */
export type Row = Record<string, unknown>;

/** What belongs to an announcement in one table: how it moves in a merge and goes back when that is undone. */
export type Part = {
  table: string;
  /** The column that names the announcement. */
  column: string;
  /** Which rows belong to the two; those whose column names one of them, unless told. */
  belonging?: (pair: Pair) => Prisma.Sql;
  /** What is remembered of a row, as JSON of `held`. */
  remembers: Prisma.Sql;
  move: (tx: Tx, pair: Pair, was: readonly Row[]) => Promise<void>;
  /** `was` is how both stood before the merge, `now` how the kept one stood before the undo. */
  restore: (tx: Tx, pair: Pair, was: readonly Row[], now: readonly Row[]) => Promise<void>;
};

export const WHOLE_ROW = Prisma.sql`to_jsonb(held)`;

const rowsSchema = z.array(z.object({ row: z.record(z.string(), z.unknown()) }));

/** Locks the rows of both announcements until the transaction ends, and gives what is remembered of them. */
export async function holdRows(tx: Tx, { table, column, belonging, remembers }: Part, pair: Pair): Promise<Row[]> {
  const [from, names] = [Prisma.raw(table), Prisma.raw(column)];
  const found = await tx.$queryRaw`
    SELECT ${remembers} AS row FROM (
      SELECT * FROM ${from} WHERE ${belonging?.(pair) ?? Prisma.sql`${names} IN (${pair.keep}::uuid, ${pair.drop}::uuid)`}
      ORDER BY ${names} FOR UPDATE
    ) AS held`;
  return rowsSchema.parse(found).map(({ row }) => row);
}

/** Inserts remembered rows as they were. */
export async function putBack(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  await tx.$executeRaw`SELECT put_back(${table}::text::regclass, ${JSON.stringify(rows)}::jsonb)`;
}

/** Remembered rows as a table in FROM, with the types their columns have now. */
export function rememberedAs(table: string, rows: readonly Row[]): Prisma.Sql {
  return Prisma.sql`jsonb_populate_recordset(NULL::${Prisma.raw(table)}, ${JSON.stringify(rows)}::jsonb)`;
}
