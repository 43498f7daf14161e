import "server-only";

import type { Tx } from "@/lib/db/client";

import { withFreeSlugs } from "./announcement-slugs";
import { lockCatalogue } from "./catalogue-lock";
import { sourceAddress } from "./imports/same-source";
import type { StarterFile } from "./starter-schema";
import { starterSourceIdentity, storeStarterDetails, type Kept } from "./store-starter-details";

/** How many announcements were created, updated and left alone. */
export type Stored = { created: number; updated: number; unchanged: number };

type StarterAnnouncement = StarterFile["announcements"][number];

/**
 * Upserts the conference of a starter file with its services, sources and announcements. Announcements are known by
 * "`stem`/key" and sources by "starter:`stem`/key", where `stem` is the file's name without its ending; announcements
 * that a person edited are passed over. A fixed number of statements, whatever the size of the file.
 */
export async function storeStarterFile(tx: Tx, stem: string, file: StarterFile): Promise<Stored> {
  await lockCatalogue(tx);
  const conferenceId = await storeConference(tx, file);
  await storeServices(tx, file);
  await storeSources(tx, { stem, conferenceId, file });
  const created = await createMissing(tx, { stem, conferenceId, file });
  const rewritten = await rewrite(tx, stem, file);
  const detailed = await storeStarterDetails(tx, stem, await listUnedited(tx, stem, file));
  const updated = new Set([...rewritten, ...detailed].filter((id) => !created.has(id))).size;
  return { created: created.size, updated, unchanged: file.announcements.length - created.size - updated };
}

async function storeConference(tx: Tx, { conference: { slug, ...facts } }: StarterFile): Promise<string> {
  const data = { name: facts.name, startsOn: new Date(facts.startsOn), endsOn: new Date(facts.endsOn) };
  const row = await tx.conference.upsert({
    where: { slug },
    create: { slug, ...data },
    update: data,
    select: { id: true },
  });
  return row.id;
}

async function storeServices(tx: Tx, { services }: StarterFile): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO service (slug, name, vendor)
    SELECT slug, name, vendor
    FROM jsonb_to_recordset(${JSON.stringify(services)}::jsonb) AS given (slug text, name text, vendor text)
    ON CONFLICT (slug) DO UPDATE SET name = excluded.name, vendor = excluded.vendor
    WHERE (service.name, service.vendor) IS DISTINCT FROM (excluded.name, excluded.vendor)`;
}

type Target = { stem: string; conferenceId: string; file: StarterFile };

async function storeSources(tx: Tx, { stem, conferenceId, file }: Target): Promise<void> {
  const rows = file.sources.map((source) => ({
    ...source,
    identity: starterSourceIdentity(stem, source.key),
    canonicalUrl: sourceAddress(source.url ?? null),
  }));
  await tx.$executeRaw`
    INSERT INTO source (identity, conference_id, title, author, url, canonical_url, published_on)
    SELECT identity, ${conferenceId}::uuid, title, author, url, "canonicalUrl", "publishedOn"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS given (identity text, title text, author text, url text, "canonicalUrl" text, "publishedOn" date)
    ON CONFLICT (identity) DO UPDATE
    SET title = excluded.title, author = excluded.author, url = excluded.url, canonical_url = excluded.canonical_url,
      published_on = excluded.published_on`;
}

async function createMissing(tx: Tx, { stem, conferenceId, file }: Target): Promise<Set<string>> {
  const known = await tx.announcement.findMany({
    where: { catalogueKey: { in: catalogueKeys(stem, file) } },
    select: { catalogueKey: true },
  });
  const merged = await tx.merge.findMany({
    where: { droppedCatalogueKey: { in: catalogueKeys(stem, file) } },
    select: { droppedCatalogueKey: true },
  });
  const knownKeys = new Set([...known.map((row) => row.catalogueKey), ...merged.map((row) => row.droppedCatalogueKey)]);
  const missing = file.announcements.filter(({ key }) => !knownKeys.has(catalogueKey(stem, key)));
  const slugged = await withFreeSlugs(tx, file.conference.slug, missing);
  const created = await tx.announcement.createManyAndReturn({
    data: slugged.map((announcement) => ({ slug: announcement.slug, conferenceId, ...columns(stem, announcement) })),
    select: { id: true },
  });
  return new Set(created.map((row) => row.id));
}

/** Corrects what differs; the slug stays, because it is an address that people have sent around. */
async function rewrite(tx: Tx, stem: string, file: StarterFile): Promise<string[]> {
  const rows = file.announcements.map((announcement) => columns(stem, announcement));
  const rewritten = await tx.$queryRaw<{ id: string }[]>`
    UPDATE announcement AS kept
    SET title = given.title, summary = given.summary, category = given.category,
      availability = given.availability, figures = given.figures, updated_at = now()
    FROM (
      SELECT "catalogueKey", rows.title, rows.summary, rows.category, rows.availability,
        -- Figures that a merge brought to one that has none stay.
        CASE WHEN rows.figures = '[]' AND EXISTS (SELECT FROM merge WHERE kept_id = stands.id)
          THEN stands.figures ELSE rows.figures END AS figures
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS rows
        ("catalogueKey" text, title text, summary text, category text, availability availability, figures jsonb)
      JOIN announcement AS stands ON stands.catalogue_key = "catalogueKey"
    ) AS given
    WHERE kept.catalogue_key = given."catalogueKey" AND kept.edited_at IS NULL
      AND (kept.title, kept.summary, kept.category, kept.availability, kept.figures)
        IS DISTINCT FROM (given.title, given.summary, given.category, given.availability, given.figures)
    RETURNING kept.id`;
  return rewritten.map((row) => row.id);
}

async function listUnedited(tx: Tx, stem: string, file: StarterFile): Promise<Kept[]> {
  const rows = await tx.announcement.findMany({
    where: { catalogueKey: { in: catalogueKeys(stem, file) }, editedAt: null },
    select: { id: true, catalogueKey: true },
  });
  const ids = new Map(rows.map((row) => [row.catalogueKey, row.id]));
  return file.announcements.flatMap((announcement) => {
    const id = ids.get(catalogueKey(stem, announcement.key));
    return id ? [{ id, announcement }] : [];
  });
}

function columns(stem: string, { key, title, summary, category, availability, figures }: StarterAnnouncement) {
  return { catalogueKey: catalogueKey(stem, key), title, summary, category, availability, figures };
}

function catalogueKeys(stem: string, file: StarterFile): string[] {
  return file.announcements.map((announcement) => catalogueKey(stem, announcement.key));
}

function catalogueKey(stem: string, key: string): string {
  return `${stem}/${key}`;
}
