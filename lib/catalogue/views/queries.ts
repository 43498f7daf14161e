import "server-only";

import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";

import type { SavedView } from "./types";

/** The team's views and the viewer's own, in their order, as one JSON value to be selected by another statement. */
export function savedViews({ teamId, personId }: TeamViewer): Prisma.Sql {
  return Prisma.sql`(
    SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'query', query, 'isShared', person_id IS NULL)
      ORDER BY person_id NULLS FIRST, position, id), '[]')
    FROM saved_view
    WHERE team_id = ${teamId}::uuid AND (person_id IS NULL OR person_id = ${personId}::uuid))`;
}

/** The team's views and the viewer's own, in their order; at most twenty of each. */
export async function listSavedViews(viewer: TeamViewer): Promise<SavedView[]> {
  const [row] = await db().$queryRaw<{ views: SavedView[] }[]>`SELECT ${savedViews(viewer)} AS views`;
  return row?.views ?? [];
}
