import "server-only";

import type { Tx } from "@/lib/db/client";

import { titleKey } from "../matching";

import type { LockedImport } from "./access";
import type { Accepted } from "./accepted";
import { candidateLinks } from "./candidate-rows";
import { ownLinksOf, sharedLinks } from "./own-links";

/**
 * Announcements that a candidate to be created could already be: those that came into the conference after the import was
 * read, which its review could not show, and those that the import itself has made so far.
 */
export type Arrivals = {
  byId: Map<string, Arrival>;
  byLink: Map<string, Arrival>;
  byTitle: Map<string, Arrival[]>;
  /** Links that several candidates of the import carry. */
  shared: ReadonlySet<string>;
};

type Arrival = { announcementId: string; links: readonly string[]; vendorId: string | null; reason: string };

/** What came into the conference since the import was read. */
export async function readArrivals(tx: Tx, { id, conferenceId }: LockedImport): Promise<Arrivals> {
  const rows = await tx.$queryRaw<{ id: string; title: string; vendorId: string | null; links: string[] }[]>`
    SELECT announcement.id, announcement.title, vendor_id AS "vendorId",
      array(SELECT announcement_link.canonical_url FROM announcement_link WHERE announcement_id = announcement.id) AS links
    FROM known_announcement AS announcement JOIN import ON import.id = ${id}::uuid
    WHERE announcement.conference_id = ${conferenceId}::uuid AND announcement.created_at > import.created_at
      AND NOT EXISTS (SELECT FROM announcement AS made WHERE made.id = announcement.id AND made.import_id = import.id)`;
  const candidates = await tx.candidate.findMany({ where: { importId: id }, select: { links: true } });
  const shared = sharedLinks(candidates.map(({ links }) => candidateLinks(links)));
  const arrivals: Arrivals = { byId: new Map(), byLink: new Map(), byTitle: new Map(), shared };
  for (const { id: announcementId, title, links, vendorId } of rows) {
    addArrival(arrivals, title, { announcementId, links, vendorId, reason: "published meanwhile" });
  }
  return arrivals;
}

/** The announcement that a candidate to be created already is, with the reason; null when it is new. */
export function findArrival(
  arrivals: Arrivals,
  candidate: Accepted,
): { announcementId: string; reason: string } | null {
  const { byId, byLink, byTitle } = arrivals;
  const links = ownLinksOf(candidate.links, arrivals.shared);
  const named = candidate.vendorId === null ? undefined : byId.get(candidate.vendorId);
  if (named) return { ...named, reason: `same vendor id, ${named.reason}` };
  const linked = links.map((link) => byLink.get(link)).find((arrival) => arrival !== undefined);
  if (linked) return { ...linked, reason: `same link, ${linked.reason}` };
  // Announcements that come each month carry one title and different links.
  const titled = (byTitle.get(titleKey(candidate.title)) ?? []).find((arrival) => mayBeOne(arrival, candidate));
  return titled ? { ...titled, reason: `same title, ${titled.reason}` } : null;
}

/** Remembers what was made of a candidate. */
export function noteCreated(arrivals: Arrivals, announcementId: string, candidate: Accepted): void {
  const links = ownLinksOf(candidate.links, arrivals.shared);
  const { vendorId, position } = candidate;
  addArrival(arrivals, candidate.title, { announcementId, links, vendorId, reason: `as number ${position}` });
}

function mayBeOne({ links, vendorId }: Arrival, candidate: Accepted): boolean {
  if (vendorId !== null && candidate.vendorId !== null) return false;
  return links.length === 0 || candidate.links.length === 0;
}

function addArrival({ byId, byLink, byTitle }: Arrivals, title: string, arrival: Arrival): void {
  if (arrival.vendorId !== null) byId.set(arrival.vendorId, arrival);
  for (const link of arrival.links) byLink.set(link, arrival);
  const key = titleKey(title);
  const titled = byTitle.get(key);
  if (titled) titled.push(arrival);
  else byTitle.set(key, [arrival]);
}
