import "server-only";

import type { Tx } from "@/lib/db/client";
import { formatDay } from "@/lib/format/date";
import type { Availability } from "@/lib/recap/types";

import { AVAILABILITY_LABEL } from "../labels";
import { titleKey, type Comparable } from "../matching";

import { candidateLinks, SKIPPED_BEFORE } from "./candidate-rows";
import { ownLinks } from "./own-links";
import type { Resolution } from "./types";

/** How a candidate stands before anybody has looked at it. */
export type Standing = {
  resolution: Resolution;
  announcementId: string | null;
  matchReason: string | null;
  /** What an earlier edition said, where this one says something else. */
  earlierAvailability: Availability | null;
};

/** What became of the candidates of earlier editions, to be found by vendor id, link and title. */
export type Earlier = { byId: Map<string, Row>; byLink: Map<string, Row>; byTitle: Map<string, Row> };

type Row = {
  importId: string;
  title: string;
  readTitle: string | null;
  availability: Availability;
  readAvailability: Availability | null;
  links: unknown;
  vendorId: string | null;
  resolution: Resolution;
  announcementId: string | null;
  matchReason: string | null;
  at: Date;
};

/** Kept in memory while an import is stored: some 300 bytes each. */
const REMEMBERED = 50_000;

/**
 * What was decided on the candidates of these imports, the newest decision first: those that are in the catalogue by
 * them, and those that were skipped. What was left open, and what is there no more, was not decided.
 */
export async function readEarlier(tx: Tx, importIds: string[]): Promise<Earlier> {
  const earlier: Earlier = { byId: new Map(), byLink: new Map(), byTitle: new Map() };
  if (importIds.length === 0) return earlier;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT import_id AS "importId", candidate.title, read_title AS "readTitle", availability::text,
      read_availability::text AS "readAvailability", links, vendor_id AS "vendorId", resolution::text,
      announcement_id AS "announcementId", match_reason AS "matchReason",
      coalesce(import.published_at, import.created_at) AS at
    FROM candidate JOIN import ON import.id = import_id
    WHERE import_id = ANY(${importIds}::uuid[]) AND (resolution = 'skip' OR (
      import.state = 'published' AND resolution IN ('create', 'merge', 'known') AND announcement_id IS NOT NULL))
    ORDER BY import.created_at DESC, import_id, position LIMIT ${REMEMBERED}`;
  for (const importId of new Set(rows.map((row) => row.importId))) {
    const edition = rows.filter((row) => row.importId === importId);
    const links = ownLinks(edition.map((row) => candidateLinks(row.links)));
    edition.forEach((row, index) => remember(earlier, row, links[index] ?? []));
  }
  return earlier;
}

/** How a candidate stands by what was decided on it earlier; null when it is new. */
export function standingOf(earlier: Earlier, candidate: Comparable & { availability: Availability }): Standing | null {
  const found = lookUp(earlier, candidate);
  if (!found) return null;
  const { announcementId } = found;
  const still = (resolution: Resolution, matchReason: string): Standing => ({
    ...{ resolution, matchReason, announcementId, earlierAvailability: null },
  });
  if (found.resolution === "skip") return still("skip", skippedBefore(found));
  const said = found.readAvailability ?? found.availability;
  if (candidate.availability !== "unknown" && candidate.availability !== said) {
    const was = AVAILABILITY_LABEL[said].toLowerCase() || "without availability";
    return { ...still("open", `same source, was ${was} on ${formatDay(found.at)}`), earlierAvailability: said };
  }
  const key = titleKey(candidate.title);
  if (![found.title, found.readTitle ?? found.title].some((title) => titleKey(title) === key)) {
    return still("open", `same source, was “${found.readTitle ?? found.title}”`);
  }
  return still("known", found.resolution === "known" && found.matchReason ? found.matchReason : alreadyHere(found.at));
}

/** Why a candidate is known. */
export function alreadyHere(since: Date): string {
  return `already here from ${formatDay(since)}`;
}

/** A decision that was carried along keeps its own day. */
function skippedBefore({ matchReason, at }: Row): string {
  return matchReason?.startsWith(SKIPPED_BEFORE) ? matchReason : `${SKIPPED_BEFORE}${formatDay(at)}`;
}

function remember({ byId, byLink, byTitle }: Earlier, row: Row, links: readonly string[]): void {
  const add = (map: Map<string, Row>, key: string) => {
    if (!map.has(key)) map.set(key, row);
  };
  if (row.vendorId !== null) add(byId, row.vendorId);
  for (const link of links) add(byLink, link);
  for (const title of [row.readTitle, row.title]) if (title !== null) add(byTitle, titleKey(title));
}

function lookUp({ byId, byLink, byTitle }: Earlier, { vendorId, links, title }: Comparable): Row | null {
  const linked = links.map((link) => byLink.get(link)).find((row) => row !== undefined);
  const found = (vendorId === null ? null : byId.get(vendorId)) ?? linked;
  if (found) return found;
  const titled = byTitle.get(titleKey(title)) ?? null;
  // Two items of a feed may well have one title.
  return titled && vendorId !== null && titled.vendorId !== null ? null : titled;
}
