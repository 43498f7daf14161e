import "server-only";

import { z } from "zod";

import { db } from "@/lib/db/client";
import { can } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { candidateDetails } from "./candidate-rows";
import { CONFIDENCES, SURE_REASONS, UNSURE } from "./sure";

/** What the source says of one candidate, for lists that are no text to read. */
export type PostEntry = { number: number; excerpt: string; section: string | null; url: string | null };

/**
 * The entries that candidates of an import were read from, in its order; null when it is not there or not theirs to
 * review. Never more than one page of candidates is asked for.
 */
export async function listEntries(
  viewer: TeamViewer,
  importId: string,
  candidateIds: readonly string[],
): Promise<PostEntry[] | null> {
  if (!can(viewer, "import.review") || !z.uuid().safeParse(importId).success) return null;
  const found = await db().import.findFirst({
    where: { id: importId, teamId: viewer.teamId },
    select: {
      candidates: {
        where: { id: { in: [...candidateIds] } },
        orderBy: { position: "asc" },
        select: { position: true, excerpt: true, section: true, links: true, figures: true },
      },
    },
  });
  if (!found) return null;
  return found.candidates.map(({ position, excerpt, section, ...row }) => ({
    number: position,
    excerpt,
    section,
    url: candidateDetails(row).links[0]?.url ?? null,
  }));
}

/** How many open candidates would be accepted together from a confidence on. */
export type Acceptable = { above: number; takes: number };

/** What a review can be narrowed to or shortened by: for each confidence how many it takes, and how many are unsure. */
export type ReviewCounts = { acceptable: Acceptable[]; unsure: number };

/** Counts over the whole import, open candidates or not; null when it is not there or not theirs to review. */
export async function countReview(viewer: TeamViewer, importId: string): Promise<ReviewCounts | null> {
  if (!can(viewer, "import.review") || !z.uuid().safeParse(importId).success) return null;
  const rows = await db().$queryRaw<(Acceptable & { unsure: number })[]>`
    SELECT above, count(*) FILTER (WHERE confidence < ${UNSURE})::int AS unsure,
      count(*) FILTER (WHERE resolution = 'open' AND confidence >= above
        AND (announcement_id IS NULL OR match_reason = ANY(${SURE_REASONS})))::int AS takes
    FROM import
    CROSS JOIN unnest(${[...CONFIDENCES]}::float8[]) AS above
    LEFT JOIN candidate ON candidate.import_id = import.id
    WHERE import.id = ${importId}::uuid AND team_id = ${viewer.teamId}::uuid
    GROUP BY above ORDER BY above DESC`;
  if (rows.length === 0) return null;
  return { acceptable: rows.map(({ above, takes }) => ({ above, takes })), unsure: rows[0]?.unsure ?? 0 };
}
