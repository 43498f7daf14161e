import "server-only";

import type { Tx } from "@/lib/db/client";
import { SERVICES, serviceSlug } from "@/lib/recap/services/gazetteer";
import type { CandidateLink } from "@/lib/recap/types";

import { canonicalUrl } from "../canonical-url";

/** What one accepted candidate says of an announcement. */
export type Publishing = {
  announcementId: string;
  services: readonly string[];
  links: readonly CandidateLink[];
  excerpt: string;
  take: string | null;
  section: string | null;
};

/**
 * Adds the services, links and mentions that announcements do not have yet, behind those they have, a statement each.
 * What is there stays as it is, because people may have corrected it.
 */
export async function addDetails(tx: Tx, sourceId: string, publishing: readonly Publishing[]): Promise<void> {
  await addServices(tx, publishing);
  await addLinks(tx, publishing);
  await tx.mention.createMany({
    data: publishing.map(({ announcementId, excerpt, take, section }) => ({
      announcementId,
      sourceId,
      excerpt,
      take,
      section,
    })),
    skipDuplicates: true,
  });
}

async function addServices(tx: Tx, publishing: readonly Publishing[]): Promise<void> {
  const named = publishing.flatMap(({ announcementId, services }) =>
    services.map((name, position) => ({ announcementId, slug: serviceSlug(name), name, position })),
  );
  // A name without a Latin letter or digit has no address and therefore no page.
  const addressable = named.filter(({ slug }) => slug !== "");
  await tx.service.createMany({
    data: [...new Map(addressable.map(({ slug, name }) => [slug, { slug, name, vendor: vendorOf(slug) }])).values()],
    skipDuplicates: true,
  });
  await tx.$executeRaw`
    INSERT INTO announcement_service (announcement_id, service_id, position)
    SELECT "announcementId", service.id, given.position + coalesce(
      (SELECT max(kept.position) + 1 FROM announcement_service AS kept WHERE kept.announcement_id = "announcementId"), 0)
    FROM jsonb_to_recordset(${JSON.stringify(addressable)}::jsonb)
      AS given ("announcementId" uuid, slug text, position int)
    JOIN service USING (slug)
    ON CONFLICT (announcement_id, service_id) DO NOTHING`;
}

async function addLinks(tx: Tx, publishing: readonly Publishing[]): Promise<void> {
  const links = publishing.flatMap(({ announcementId, links: given }) =>
    given.flatMap(({ url, kind }, position) => {
      const canonical = canonicalUrl(url);
      return canonical ? [{ announcementId, url, canonical, kind, position }] : [];
    }),
  );
  await tx.$executeRaw`
    INSERT INTO announcement_link (announcement_id, url, canonical_url, kind, position)
    SELECT "announcementId", url, canonical, kind, given.position + coalesce(
      (SELECT max(kept.position) + 1 FROM announcement_link AS kept WHERE kept.announcement_id = "announcementId"), 0)
    FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb)
      AS given ("announcementId" uuid, url text, canonical text, kind text, position int)
    ON CONFLICT (announcement_id, canonical_url) DO NOTHING`;
}

const VENDORS = new Map<string, string>(SERVICES.map(({ slug, vendor }) => [slug, vendor]));

function vendorOf(slug: string): string {
  return VENDORS.get(slug) ?? "";
}
