import "server-only";

import type { Tx } from "@/lib/db/client";
import { serviceSlug } from "@/lib/recap/services/gazetteer";
import type { Candidate } from "@/lib/recap/types";

import { canonicalUrl } from "../canonical-url";
import { bestMatch, type Comparable, type Known, type Match } from "../matching";

// Enough to hold the true one among its likes, few enough for a post of a hundred candidates.
const CLOSEST = 8;

type KnownRow = { id: string; title: string; services: string[]; vendorId: string | null };

/**
 * For each candidate the announcement of the conference that it seems to be, or null, in the order given. Two
 * statements, however many candidates there are.
 */
export async function matchCandidates(
  tx: Tx,
  conferenceId: string,
  candidates: readonly Candidate[],
): Promise<(Match | null)[]> {
  const wanted = comparables(candidates);
  const linked = await findByLink(tx, conferenceId, wanted);
  const alike = await findAlike(tx, conferenceId, wanted);
  return wanted.map((candidate, position) => {
    const sharing = linked.filter(({ links }) => links.some((link) => candidate.links.includes(link)));
    return bestMatch(candidate, [...sharing, ...(alike.get(position) ?? [])]);
  });
}

/** A link that several candidates share is a page about all of them, and identifies none. */
function comparables(candidates: readonly Candidate[]): Comparable[] {
  const links = candidates.map((candidate) => [
    ...new Set(candidate.links.flatMap(({ url, kind }) => (kind === "video" ? [] : (canonicalUrl(url) ?? [])))),
  ]);
  const uses = new Map<string, number>();
  for (const link of links.flat()) uses.set(link, (uses.get(link) ?? 0) + 1);
  return candidates.map(({ title, services }, position) => ({
    title,
    services: services.map(serviceSlug),
    links: (links[position] ?? []).filter((link) => uses.get(link) === 1),
    // A post carries no ids of the vendor's.
    vendorId: null,
  }));
}

async function findByLink(tx: Tx, conferenceId: string, wanted: readonly Comparable[]): Promise<Known[]> {
  const links = wanted.flatMap((candidate) => candidate.links);
  if (links.length === 0) return [];
  return tx.$queryRaw<Known[]>`
    SELECT announcement.id, title, service_slugs AS services, vendor_id AS "vendorId",
      array_agg(canonical_url) AS links
    FROM announcement_link JOIN announcement ON announcement.id = announcement_id
    WHERE canonical_url = ANY(${links}) AND conference_id = ${conferenceId}::uuid
    GROUP BY announcement.id`;
}

/** For each position the closest titles among announcements with the same title or a service in common. */
async function findAlike(tx: Tx, conferenceId: string, wanted: readonly Comparable[]): Promise<Map<number, Known[]>> {
  const given = wanted.map(({ title, services }, position) => ({
    position,
    title,
    services,
    // Search text begins with the title.
    pattern: `${title.replace(/[\\%_]/g, "\\$&")}%`,
  }));
  const rows = await tx.$queryRaw<(KnownRow & { position: number })[]>`
    SELECT given.position, close.*
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) 
      AS given (position int, title text, services text[], pattern text)
    CROSS JOIN LATERAL (
      SELECT id, announcement.title, service_slugs AS services, vendor_id AS "vendorId"
      FROM announcement
      WHERE conference_id = ${conferenceId}::uuid
        AND (service_slugs && given.services OR search_text LIKE lower(given.pattern))
      ORDER BY similarity(announcement.title, given.title) DESC, id
      LIMIT ${CLOSEST}
    ) AS close`;
  const known = new Map<number, Known[]>();
  for (const { position, ...row } of rows) known.set(position, [...(known.get(position) ?? []), { ...row, links: [] }]);
  return known;
}
