import "server-only";

import { db } from "@/lib/db/client";
import { can } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";
import { oneLine } from "@/lib/text/one-line";
import { isSlug } from "@/lib/text/slug";

import { bestMatch } from "../matching";

import type { Twin } from "./types";

const OFFERED = 10;
const LONGEST_QUERY = 200;

/** A page that more announcements than this link to is about all of them, and identifies none. */
const SHARED_BY = 3;

/**
 * Announcements of the same conference that one could be merged with: those a query finds, and without one those that are
 * likely the same; those with a reason come first. Null when it is not there or the viewer may not merge.
 */
export async function listTwins(viewer: TeamViewer, slug: string, query: string): Promise<Twin[] | null> {
  if (!can(viewer, "announcement.merge") || !isSlug(slug)) return null;
  const announcement = await db().announcement.findUnique({ where: { slug }, select: comparing });
  if (!announcement) return null;
  const rows = await findRows(announcement, oneLine(query).toLowerCase().slice(0, LONGEST_QUERY));
  const wanted = { ...announcement, services: announcement.serviceSlugs, links: [] };
  return rows
    .map(({ id, sharesLink, serviceNames, serviceSlugs, ...row }) => {
      const other = { ...row, id, services: serviceSlugs, links: sharesLink ? [SHARED] : [] };
      const match = bestMatch({ ...wanted, links: sharesLink ? [SHARED] : [] }, [other]);
      return { slug: row.slug, title: row.title, services: serviceNames, reason: match?.reason ?? null };
    })
    .sort((one, two) => Number(two.reason !== null) - Number(one.reason !== null));
}

/** Stands for whichever link both have. */
const SHARED = "shared";

const comparing = { id: true, conferenceId: true, title: true, serviceSlugs: true, vendorId: true } as const;

type TwinRow = {
  id: string;
  slug: string;
  title: string;
  serviceNames: string[];
  serviceSlugs: string[];
  vendorId: string | null;
  sharesLink: boolean;
};

type Announcement = { id: string; conferenceId: string; title: string; serviceSlugs: string[] };

function findRows({ id, conferenceId, title, serviceSlugs }: Announcement, wanted: string): Promise<TwinRow[]> {
  const pattern = `%${wanted.replace(/[\\%_]/g, "\\$&")}%`;
  return db().$queryRaw<TwinRow[]>`
    WITH sharing AS (
      SELECT DISTINCT other.announcement_id FROM announcement_link AS own
      JOIN announcement_link AS other ON other.canonical_url = own.canonical_url AND other.announcement_id <> own.announcement_id
      WHERE own.announcement_id = ${id}::uuid AND own.kind <> 'video' AND (
        SELECT count(*) FROM announcement_link AS any_link WHERE any_link.canonical_url = own.canonical_url
      ) <= ${SHARED_BY}
    )
    SELECT announcement.id, slug, title, service_names AS "serviceNames", service_slugs AS "serviceSlugs",
      vendor_id AS "vendorId", sharing.announcement_id IS NOT NULL AS "sharesLink"
    FROM announcement LEFT JOIN sharing ON sharing.announcement_id = announcement.id
    WHERE conference_id = ${conferenceId}::uuid AND announcement.id <> ${id}::uuid
      AND (search_text LIKE ${pattern} OR (${wanted} <> '' AND ${wanted} <% search_text))
    ORDER BY CASE WHEN ${wanted} = '' THEN (sharing.announcement_id IS NOT NULL)::int
        ELSE word_similarity(${wanted}, search_text) END DESC,
      similarity(title, ${title}) + (service_slugs && ${serviceSlugs})::int * 0.25 DESC, announcement.id
    LIMIT ${OFFERED}`;
}
