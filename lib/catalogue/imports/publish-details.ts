import "server-only";

import type { Tx } from "@/lib/db/client";
import { SERVICES, serviceSlug } from "@/lib/recap/services/gazetteer";

import { canonicalUrl } from "../canonical-url";

import type { Published } from "./publish-announcements";

/**
 * Adds the services and links that announcements do not have yet, behind those they have, a statement each, and notes
 * which import added them. What is there stays as it is, because people may have corrected it.
 */
export async function addDetails(tx: Tx, importId: string, published: readonly Published[]): Promise<void> {
  await addServices(tx, importId, published);
  await addLinks(tx, importId, published);
}

async function addServices(tx: Tx, importId: string, published: readonly Published[]): Promise<void> {
  const named = published.flatMap(({ announcementId, services }) =>
    services.map((name, position) => ({ announcementId, slug: serviceSlug(name), name, position })),
  );
  // A name without a Latin letter or digit has no address and therefore no page.
  const addressable = named.filter(({ slug }) => slug !== "");
  await tx.service.createMany({
    data: [...new Map(addressable.map(({ slug, name }) => [slug, { slug, name, vendor: vendorOf(slug) }])).values()],
    skipDuplicates: true,
  });
  await tx.$executeRaw`
    INSERT INTO announcement_service (announcement_id, service_id, import_id, position)
    SELECT "announcementId", service.id, ${importId}::uuid, given.position + coalesce(
      (SELECT max(kept.position) + 1 FROM announcement_service AS kept WHERE kept.announcement_id = "announcementId"), 0)
    FROM jsonb_to_recordset(${JSON.stringify(addressable)}::jsonb)
      AS given ("announcementId" uuid, slug text, position int)
    JOIN service USING (slug)
    ON CONFLICT (announcement_id, service_id) DO NOTHING`;
}

async function addLinks(tx: Tx, importId: string, published: readonly Published[]): Promise<void> {
  const links = published.flatMap(({ announcementId, links: given }) =>
    given.flatMap(({ url, kind }, position) => {
      const canonical = canonicalUrl(url);
      return canonical ? [{ announcementId, url, canonical, kind, position }] : [];
    }),
  );
  await tx.$executeRaw`
    INSERT INTO announcement_link (announcement_id, url, canonical_url, kind, import_id, position)
    SELECT "announcementId", url, canonical, kind, ${importId}::uuid, given.position + coalesce(
      (SELECT max(kept.position) + 1 FROM announcement_link AS kept WHERE kept.announcement_id = "announcementId"), 0)
    FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb)
      AS given ("announcementId" uuid, url text, canonical text, kind text, position int)
    ON CONFLICT (announcement_id, canonical_url) DO NOTHING`;
}

const VENDORS = new Map<string, string>(SERVICES.map(({ slug, vendor }) => [slug, vendor]));

function vendorOf(slug: string): string {
  return VENDORS.get(slug) ?? "";
}
