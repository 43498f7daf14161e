import "server-only";

import { db } from "@/lib/db/client";

export type Neighbour = { slug: string; title: string };

type Place = { conferenceId: string; category: string; title: string; id: string };

/** The announcements before and after one in the board's order: two steps along its index, however many there are. */
export async function readNeighbours({
  conferenceId,
  category,
  title,
  id,
}: Place): Promise<{ previous: Neighbour | null; next: Neighbour | null }> {
  const rows = await db().$queryRaw<(Neighbour & { side: "previous" | "next" })[]>`
    (SELECT 'previous' AS side, slug, title FROM announcement
      WHERE conference_id = ${conferenceId}::uuid AND (category, title, id) < (${category}, ${title}, ${id}::uuid)
      ORDER BY category DESC, title DESC, id DESC LIMIT 1)
    UNION ALL
    (SELECT 'next' AS side, slug, title FROM announcement
      WHERE conference_id = ${conferenceId}::uuid AND (category, title, id) > (${category}, ${title}, ${id}::uuid)
      ORDER BY category, title, id LIMIT 1)`;
  const at = (wanted: "previous" | "next") => {
    const row = rows.find(({ side }) => side === wanted);
    return row ? { slug: row.slug, title: row.title } : null;
  };
  return { previous: at("previous"), next: at("next") };
}
