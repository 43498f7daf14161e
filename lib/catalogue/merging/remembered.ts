import "server-only";

import { z } from "zod";

import type { Tx } from "@/lib/db/client";

import type { Row } from "./part";

/** Rows as they were before a merge, by table. */
export type Remembered = Record<string, Row[]>;

const rememberedSchema = z.record(z.string(), z.array(z.record(z.string(), z.unknown())));

/**
 * What a merge remembers that can still be put back: a team or a source that was deleted since took its rows along, and an
 * import that is gone is not named any more.
 */
export async function readRemembered(tx: Tx, stored: unknown): Promise<Remembered> {
  const remembered = rememberedSchema.parse(stored);
  const teams = await tx.team.findMany({ where: { id: { in: idsIn(remembered, "team_id") } }, select: { id: true } });
  const sources = await tx.source.findMany({
    where: { id: { in: idsIn(remembered, "source_id") } },
    select: { id: true },
  });
  const imports = await tx.import.findMany({
    where: { id: { in: idsIn(remembered, "import_id") } },
    select: { id: true },
  });
  const there = { team_id: setOf(teams), source_id: setOf(sources), import_id: setOf(imports) };
  const lasting = (row: Row) =>
    (["team_id", "source_id"] as const).every((column) => isThere(there[column], row[column]));
  return Object.fromEntries(
    Object.entries(remembered).map(([table, rows]) => [
      table,
      table === "mention_before"
        ? rows.filter((row) => isThere(there.import_id, row.import_id))
        : rows
            .filter(lasting)
            .map((row) => (isThere(there.import_id, row.import_id) ? row : { ...row, import_id: null })),
    ]),
  );
}

/** The latest merge that moved something of what an import published, by name; null when there is none. */
export async function findMergeOf(tx: Tx, importId: string): Promise<{ dropped: string; kept: string } | null> {
  const [found] = await tx.$queryRaw<{ dropped: string; kept: string }[]>`
    SELECT merge.dropped_title AS dropped, announcement.title AS kept
    FROM merge JOIN announcement ON announcement.id = merge.kept_id
    WHERE EXISTS (
      SELECT FROM jsonb_each(merge.remembered) AS part, jsonb_array_elements(part.value) AS row
      WHERE row->>'import_id' = ${importId} OR (part.key = 'candidate' AND row->>'of' = merge.dropped_id::text
        AND EXISTS (SELECT FROM candidate WHERE candidate.id::text = row->>'id' AND import_id = ${importId}::uuid))
    )
    ORDER BY merge.id DESC LIMIT 1`;
  return found ?? null;
}

function idsIn(remembered: Remembered, column: string): string[] {
  const values = Object.values(remembered).flatMap((rows) => rows.map((row) => row[column]));
  return [...new Set(values.filter((value) => typeof value === "string"))];
}

function setOf(rows: readonly { id: string }[]): Set<string> {
  return new Set(rows.map(({ id }) => id));
}

function isThere(ids: ReadonlySet<string>, value: unknown): boolean {
  return typeof value !== "string" || ids.has(value);
}
