import "server-only";

import { Prisma } from "@/lib/db/generated/client";

import { putBack, WHOLE_ROW, type Part, type Row } from "./part";

/**
 * What mentions said before an import changed them. It goes with its mention: what moves keeps it, and of a source that
 * speaks of both, the dropped one's goes and comes back with it.
 */
export const mentionsBefore: Part = {
  table: "mention_before",
  column: "mention_id",
  belonging: ({ keep, drop }) =>
    Prisma.sql`mention_id IN (SELECT id FROM mention WHERE announcement_id IN (${keep}::uuid, ${drop}::uuid))`,
  remembers: WHOLE_ROW,
  move: async () => {},
  async restore(tx, _pair, was, now) {
    const there = new Set(now.map(keyOf));
    await putBack(
      tx,
      "mention_before",
      was.filter((row) => !there.has(keyOf(row))),
    );
  },
};

function keyOf({ import_id, mention_id }: Row): string {
  return `${String(import_id)} ${String(mention_id)}`;
}
