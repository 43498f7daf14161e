import "server-only";

import type { Tx } from "@/lib/db/client";

import { canonicalUrl } from "./canonical-url";
import type { StarterFile } from "./starter-schema";

/** An announcement of a starter file together with its row. */
export type Kept = { id: string; announcement: StarterFile["announcements"][number] };

type Row = { id: string };

/**
 * Adds and corrects the services, links and mentions of starter announcements, a statement each, and gives the ids of
 * those for which something changed. What an import or a person added to them stays.
 */
export async function storeStarterDetails(tx: Tx, stem: string, kept: readonly Kept[]): Promise<string[]> {
  const services = await storeServices(tx, kept);
  const links = await storeLinks(tx, kept);
  const mentions = await storeMentions(tx, stem, kept);
  return [...services, ...links, ...mentions].map((row) => row.id);
}

/** How a source of a starter file is known in the database. */
export function starterSourceIdentity(stem: string, key: string): string {
  return `starter:${stem}/${key}`;
}

async function storeServices(tx: Tx, kept: readonly Kept[]): Promise<Row[]> {
  const rows = kept.flatMap(({ id, announcement }) =>
    announcement.services.map((slug, position) => ({ id, slug, position })),
  );
  return tx.$queryRaw<Row[]>`
    INSERT INTO announcement_service AS kept (announcement_id, service_id, position)
    SELECT given.id, service.id, given.position
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given (id uuid, slug text, position int)
    JOIN service USING (slug)
    ON CONFLICT (announcement_id, service_id) DO UPDATE SET position = excluded.position
    WHERE kept.position <> excluded.position
    RETURNING kept.announcement_id AS id`;
}

async function storeLinks(tx: Tx, kept: readonly Kept[]): Promise<Row[]> {
  const rows = kept.flatMap(({ id, announcement }) =>
    announcement.links.map(({ url, kind }, position) => ({ id, url, canonical: canonicalUrl(url), kind, position })),
  );
  return tx.$queryRaw<Row[]>`
    INSERT INTO announcement_link AS kept (announcement_id, url, canonical_url, kind, position)
    SELECT id, url, canonical, kind, position
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS given (id uuid, url text, canonical text, kind text, position int)
    ON CONFLICT (announcement_id, canonical_url) DO UPDATE
    SET url = excluded.url, kind = excluded.kind, position = excluded.position
    WHERE (kept.url, kept.kind, kept.position) IS DISTINCT FROM (excluded.url, excluded.kind, excluded.position)
    RETURNING kept.announcement_id AS id`;
}

async function storeMentions(tx: Tx, stem: string, kept: readonly Kept[]): Promise<Row[]> {
  const rows = kept.flatMap(({ id, announcement }) =>
    announcement.mentions.map(({ source, section, take }) => ({
      id,
      identity: starterSourceIdentity(stem, source),
      section,
      take,
    })),
  );
  return tx.$queryRaw<Row[]>`
    INSERT INTO mention AS kept (announcement_id, source_id, section, take)
    SELECT given.id, source.id, given.section, given.take
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS given (id uuid, identity text, section text, take text)
    JOIN source USING (identity)
    ON CONFLICT (announcement_id, source_id) DO UPDATE SET section = excluded.section, take = excluded.take
    WHERE (kept.section, kept.take) IS DISTINCT FROM (excluded.section, excluded.take)
    RETURNING kept.announcement_id AS id`;
}
