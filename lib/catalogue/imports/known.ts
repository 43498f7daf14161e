import "server-only";

import type { Tx } from "@/lib/db/client";
import { serviceSlug } from "@/lib/recap/services/gazetteer";

import { bestMatch, type Comparable, type Known, type Match } from "../matching";

import { ownLinksOf } from "./own-links";
import type { FoundCandidate } from "./storable";

// Enough to hold the true one among its likes, few enough for a post of a hundred candidates.
const CLOSEST = 8;

type KnownRow = { id: string; title: string; services: string[]; vendorId: string | null };

/** A candidate as it is compared; `shared` are the links that it has in common with others of its reading. */
export function comparable(
  { title, services, links, vendorId }: Pick<FoundCandidate, "title" | "services" | "links" | "vendorId">,
  shared: ReadonlySet<string>,
): Comparable {
  return { title, vendorId: vendorId ?? null, services: services.map(serviceSlug), links: ownLinksOf(links, shared) };
}

/**
 * For each candidate the announcement of the conference that it seems to be, or null, in the order given. A fixed number
 * of statements, however many candidates there are; each asks an index for what could be meant.
 */
export async function matchCandidates(
  tx: Tx,
  conferenceId: string,
  wanted: readonly Comparable[],
): Promise<(Match | null)[]> {
  const named = await findByVendorId(tx, conferenceId, wanted);
  const linked = byLink(await findByLink(tx, conferenceId, wanted));
  const alike = await findAlike(tx, conferenceId, wanted);
  return wanted.map((candidate, position) => {
    const sharing = candidate.links.flatMap((link) => linked.get(link) ?? []);
    const same = candidate.vendorId === null ? [] : (named.get(candidate.vendorId) ?? []);
    return bestMatch(candidate, [...same, ...sharing, ...(alike.get(position) ?? [])]);
  });
}

async function findByVendorId(
  tx: Tx,
  conferenceId: string,
  wanted: readonly Comparable[],
): Promise<Map<string, Known[]>> {
  const ids = wanted.flatMap(({ vendorId }) => vendorId ?? []);
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<KnownRow[]>`
    SELECT id, title, service_slugs AS services, vendor_id AS "vendorId" FROM known_announcement
    WHERE vendor_id = ANY(${ids}) AND conference_id = ${conferenceId}::uuid`;
  return new Map(rows.map((row) => [row.vendorId ?? "", [{ ...row, links: [] }]]));
}

function byLink(linked: readonly Known[]): Map<string, Known[]> {
  const found = new Map<string, Known[]>();
  for (const known of linked) for (const link of known.links) found.set(link, [...(found.get(link) ?? []), known]);
  return found;
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

/**
 * For each position the closest titles among announcements with the same title or a service in common; what was merged
 * counts under its old title too.
 */
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
      FROM known_announcement AS announcement
      WHERE conference_id = ${conferenceId}::uuid
        AND (service_slugs && given.services OR search_text LIKE lower(given.pattern))
      ORDER BY similarity(announcement.title, given.title) DESC, id
      LIMIT ${CLOSEST}
    ) AS close`;
  const known = new Map<number, Known[]>();
  for (const { position, ...row } of rows) known.set(position, [...(known.get(position) ?? []), { ...row, links: [] }]);
  return known;
}
