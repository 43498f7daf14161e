import "server-only";

import { Prisma } from "@/lib/db/generated/client";

import { putBack, rememberedAs, type Part } from "./part";

/** Columns that triggers write; they are counted anew as the rest comes back. */
const KEPT_BY_TRIGGERS = "{service_names,service_slugs,mention_count,search_text,search_vector,search_words}";

/**
 * The announcement's own row. The kept one stays as it is, save that it takes figures and a vendor id where it has none. The
 * dropped one's row goes last in a merge, when nothing points to it any more, and comes first in an undo.
 */
export const facts: Part = {
  table: "announcement",
  column: "id",
  remembers: Prisma.sql`to_jsonb(held) - ${KEPT_BY_TRIGGERS}::text[]`,
  async move(tx, { keep, drop }) {
    await tx.$executeRaw`
      UPDATE announcement AS kept SET
        figures = CASE WHEN kept.figures = '[]' THEN dropped.figures ELSE kept.figures END,
        vendor_id = coalesce(kept.vendor_id, dropped.vendor_id)
      FROM announcement AS dropped
      WHERE kept.id = ${keep}::uuid AND dropped.id = ${drop}::uuid`;
  },
  async restore(tx, { keep, drop }, was) {
    const remembered = rememberedAs("announcement", was);
    await tx.$executeRaw`
      UPDATE announcement AS kept SET
        figures = CASE WHEN kept.figures = dropped.figures THEN own.figures ELSE kept.figures END,
        vendor_id = CASE WHEN kept.vendor_id = dropped.vendor_id THEN own.vendor_id ELSE kept.vendor_id END
      FROM ${remembered} AS own, ${remembered} AS dropped
      WHERE kept.id = ${keep}::uuid AND own.id = ${keep}::uuid AND dropped.id = ${drop}::uuid`;
    await putBack(
      tx,
      "announcement",
      was.filter(({ id }) => id === drop),
    );
  },
};
