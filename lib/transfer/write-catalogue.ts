import "server-only";

import { lockCatalogue } from "@/lib/catalogue/catalogue-lock";
import type { Tx } from "@/lib/db/client";

import { matchAnnouncements } from "./match-announcements";
import type { TransferConference } from "./schema/catalogue";
import { staged } from "./stage";

const ANNOUNCEMENTS = staged("announcements");
const SOURCES = staged("sources");

/** Announcements written with one statement. */
const BATCH = 2_000;

/** The conference of that slug, made when it is not there. */
export async function holdConference(
  tx: Tx,
  { slug, name, startsOn, endsOn }: TransferConference,
): Promise<{ id: string; isNew: boolean }> {
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO conference (slug, name, starts_on, ends_on) VALUES (${slug}, ${name}, ${startsOn}::date, ${endsOn}::date)
    ON CONFLICT (slug) DO NOTHING RETURNING id`;
  if (made) return { id: made.id, isNew: true };
  const { id } = await tx.conference.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  return { id, isNew: false };
}

/**
 * Brings in the services, sources and announcements that are not here, and what sources say of those that are. What is here
 * stays as it is: people may have corrected it.
 */
export async function writeCatalogue(tx: Tx, conferenceId: string): Promise<{ added: number; known: number }> {
  await lockCatalogue(tx);
  await tx.$executeRaw`
    INSERT INTO service (slug, name, vendor)
    SELECT slug, name, vendor FROM ${staged("services")} ORDER BY position
    ON CONFLICT (slug) DO NOTHING`;
  await writeSources(tx, conferenceId);
  await matchAnnouncements(tx, conferenceId);
  const [{ last, added, known } = { last: null, added: 0, known: 0 }] = await tx.$queryRaw<
    { last: number | null; added: number; known: number }[]
  >`SELECT max(position) AS last, count(*) FILTER (WHERE is_new)::int AS added,
      count(*) FILTER (WHERE NOT is_new)::int AS known FROM ${ANNOUNCEMENTS}`;
  for (let from = 0; from <= (last ?? -1); from += BATCH) await writeAnnouncements(tx, conferenceId, from);
  return { added, known };
}

/** A source is known by its text, or by its address within the conference; else it comes under the file's id. */
async function writeSources(tx: Tx, conferenceId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE ${SOURCES} SET identity = identity || '@' || ${conferenceId}::text WHERE identity ~ '^sha256:[^@]*$'`;
  await tx.$executeRaw`
    UPDATE ${SOURCES} AS given SET here = source.id FROM source WHERE source.identity = given.identity`;
  await tx.$executeRaw`
    UPDATE ${SOURCES} AS given SET here = known.id
    FROM (
      SELECT canonical_url, (array_agg(id ORDER BY created_at, id))[1] AS id FROM source
      WHERE conference_id = ${conferenceId}::uuid AND canonical_url IS NOT NULL GROUP BY canonical_url
    ) AS known
    WHERE given.here IS NULL AND known.canonical_url = given.canonical`;
  // Of several that the file has with one identity, the first is all of them.
  await tx.$executeRaw`
    UPDATE ${SOURCES} AS given SET here = first.id, is_new = given.position = first.position
    FROM (
      SELECT DISTINCT ON (identity) identity, position,
        CASE WHEN EXISTS (SELECT FROM source WHERE source.id = asked.id) THEN gen_random_uuid() ELSE asked.id END AS id
      FROM ${SOURCES} AS asked WHERE here IS NULL ORDER BY identity, position
    ) AS first
    WHERE given.here IS NULL AND given.identity = first.identity`;
  await tx.$executeRaw`
    INSERT INTO source (id, conference_id, title, author, url, canonical_url, published_on, identity, created_at)
    SELECT here, ${conferenceId}::uuid, title, author, url, canonical, "publishedOn", identity, "createdAt"
    FROM ${SOURCES} WHERE is_new ORDER BY position`;
}

async function writeAnnouncements(tx: Tx, conferenceId: string, from: number): Promise<void> {
  const until = from + BATCH;
  await tx.$executeRaw`
    INSERT INTO announcement (id, slug, conference_id, title, summary, category, availability, figures, vendor_id,
      catalogue_key, created_at, edited_at, updated_at)
    SELECT here, here_slug, ${conferenceId}::uuid, title, summary, category, availability, figures, "vendorId",
      CASE WHEN NOT EXISTS (SELECT FROM announcement AS other WHERE other.catalogue_key = given."catalogueKey")
        AND NOT EXISTS (SELECT FROM merge WHERE merge.dropped_catalogue_key = given."catalogueKey")
        AND NOT EXISTS (
          SELECT FROM ${ANNOUNCEMENTS} AS earlier
          WHERE earlier."catalogueKey" = given."catalogueKey" AND earlier.position < given.position
        ) THEN given."catalogueKey" END,
      "createdAt", "editedAt", now()
    FROM ${ANNOUNCEMENTS} AS given
    WHERE is_new AND position >= ${from} AND position < ${until} ORDER BY position`;
  await tx.$executeRaw`
    INSERT INTO announcement_service (announcement_id, service_id, position)
    SELECT given.here, service.id, named.place - 1
    FROM ${ANNOUNCEMENTS} AS given, unnest(given.services) WITH ORDINALITY AS named(slug, place)
    JOIN service ON service.slug = named.slug
    WHERE is_new AND given.position >= ${from} AND given.position < ${until}`;
  await tx.$executeRaw`
    INSERT INTO announcement_link (announcement_id, url, canonical_url, kind, position)
    SELECT given.here, link->>'url', link->>'canonical', link->>'kind', place - 1
    FROM ${ANNOUNCEMENTS} AS given, jsonb_array_elements(links) WITH ORDINALITY AS linked(link, place)
    WHERE is_new AND position >= ${from} AND position < ${until}`;
  await tx.$executeRaw`
    INSERT INTO mention (announcement_id, source_id, excerpt, take, section, created_at)
    SELECT given.here, source.here, mention->>'excerpt', mention->>'take', mention->>'section',
      (mention->>'createdAt')::timestamptz
    FROM ${ANNOUNCEMENTS} AS given, jsonb_array_elements(mentions) AS mention
    JOIN ${SOURCES} AS source ON source.id = (mention->>'source')::uuid
    WHERE given.position >= ${from} AND given.position < ${until}
    ORDER BY given.position
    ON CONFLICT (announcement_id, source_id) DO NOTHING`;
}
