import "server-only";

import type { Tx } from "@/lib/db/client";
import { serviceSlug } from "@/lib/recap/services/gazetteer";

import { bestMatch, type Comparable, type Known, type Match } from "../matching";
import { closestNames, indexNames, type NameIndex } from "../name-index";

import { ownLinksOf } from "./own-links";
import type { FoundCandidate } from "./storable";

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
 * of statements, however many candidates there are; each is compared with the few that an index finds. `names` are those
 * that were read before, for candidates that come in parts.
 */
export async function matchCandidates(
  tx: Tx,
  conferenceId: string,
  wanted: readonly Comparable[],
  names?: NameIndex,
): Promise<(Match | null)[]> {
  const named = await findByVendorId(tx, conferenceId, wanted);
  const linked = byLink(await findByLink(tx, conferenceId, wanted));
  const index = names ?? (await readNames(tx, conferenceId, wanted));
  return wanted.map((candidate) => {
    const sharing = candidate.links.flatMap((link) => linked.get(link) ?? []);
    const same = candidate.vendorId === null ? [] : (named.get(candidate.vendorId) ?? []);
    return bestMatch(candidate, [...same, ...sharing, ...closestNames(index, candidate)]);
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
 * The names that candidates are held against: those of the conference about one of their services or of the same title,
 * and with `all` every one, for an import that is settled in parts. What was merged counts under its old title too.
 */
export async function readNames(
  tx: Tx,
  conferenceId: string,
  wanted: readonly Comparable[] | "all",
): Promise<NameIndex> {
  const services = wanted === "all" ? [] : [...new Set(wanted.flatMap((candidate) => candidate.services))];
  const titles = wanted === "all" ? [] : wanted.map(({ title }) => title.toLowerCase());
  const rows = await tx.$queryRaw<KnownRow[]>`
    SELECT id, title, service_slugs AS services, vendor_id AS "vendorId" FROM known_announcement
    WHERE conference_id = ${conferenceId}::uuid
      AND (${wanted === "all"} OR service_slugs && ${services} OR lower(title) = ANY(${titles}))`;
  return indexNames(rows.map((row) => ({ ...row, links: [] })));
}
