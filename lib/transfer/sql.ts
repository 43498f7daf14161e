import "server-only";

import { Prisma } from "@/lib/db/generated/client";
import type { Snapshot } from "@/lib/db/snapshot";

import type { TransferPiece } from "./pieces";
import type { ListName } from "./schema/file";

/** Of which team and conference a file is, and whose eyes it is written with. */
export type Part = {
  reader: { teamId: string; teamSlug: string; teamName: string; personId: string };
  conferenceId: string;
};

/** An object as JSON text, its members in the order given, made by the database. */
export function json(strings: readonly string[], ...values: unknown[]): Prisma.Sql {
  return Prisma.sql`json_build_object(${Prisma.sql(strings, ...values)})::text`;
}

/** The same as a value within another. */
export function object(strings: readonly string[], ...values: unknown[]): Prisma.Sql {
  return Prisma.sql`json_build_object(${Prisma.sql(strings, ...values)})`;
}

/** A moment as `Date.toISOString` writes it; the expression is ours, never a person's. */
export function moment(expression: string): Prisma.Sql {
  return Prisma.raw(`to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
}

/** A list of the file from a statement that gives each of its elements as `element`. */
export async function* list(snapshot: Snapshot, name: ListName, sql: Prisma.Sql): AsyncGenerator<TransferPiece> {
  yield { list: name, elements: [] };
  for await (const rows of snapshot.batches<{ element: string }>(sql)) {
    yield { list: name, elements: rows.map(({ element }) => element) };
  }
}
