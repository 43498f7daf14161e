import "server-only";

import { z } from "zod";

import { db } from "@/lib/db/client";
import { can } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";
import { serviceSlug } from "@/lib/recap/services/gazetteer";
import { oneLine } from "@/lib/text/one-line";

/** An announcement that a candidate could be merged with. */
export type MergeTarget = { id: string; title: string; services: string[] };

const OFFERED = 6;
const LONGEST_QUERY = 200;

/**
 * Announcements of the import's conference for a candidate to be merged with, the likeliest first: those a query finds,
 * and without one those closest to the candidate. Null when the candidate is not there or not theirs to review.
 */
export async function listMergeTargets(
  viewer: TeamViewer,
  candidateId: string,
  query: string,
): Promise<MergeTarget[] | null> {
  if (!can(viewer, "import.review") || !z.uuid().safeParse(candidateId).success) return null;
  const candidate = await db().candidate.findFirst({
    where: { id: candidateId, import: { teamId: viewer.teamId } },
    select: { title: true, services: true, import: { select: { conferenceId: true } } },
  });
  if (!candidate) return null;
  const wanted = oneLine(query).toLowerCase().slice(0, LONGEST_QUERY);
  const pattern = `%${wanted.replace(/[\\%_]/g, "\\$&")}%`;
  const services = candidate.services.map(serviceSlug);
  return db().$queryRaw<MergeTarget[]>`
    SELECT id, title, service_names AS services
    FROM announcement
    WHERE conference_id = ${candidate.import.conferenceId}::uuid
      AND (search_text LIKE ${pattern} OR (${wanted} <> '' AND ${wanted} <% search_text))
    ORDER BY CASE WHEN ${wanted} = '' THEN (service_slugs && ${services})::int ELSE word_similarity(${wanted}, search_text) END DESC,
      similarity(title, ${candidate.title}) DESC, id
    LIMIT ${OFFERED}`;
}
