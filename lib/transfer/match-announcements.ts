import "server-only";

import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { numberedSlug } from "@/lib/text/slug";

import { staged } from "./stage";

/**
 * Finds which announcements of the conference those of the file are: by id, or the one they were merged into; then by the
 * key of the starter catalogue, the vendor's own id and canonical links, as far as these name one announcement on each
 * side. The others are to be made, under the file's id and slug where those are free.
 */
export async function matchAnnouncements(tx: Tx, conferenceId: string): Promise<void> {
  await byId(tx, conferenceId);
  await byName(tx, conferenceId, KEYS);
  await byName(tx, conferenceId, VENDOR_IDS);
  await byName(tx, conferenceId, LINKS);
  await nameNew(tx, conferenceId);
}

async function byId(tx: Tx, conferenceId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE ${GIVEN} AS given SET here = announcement.id
    FROM announcement
    WHERE announcement.conference_id = ${conferenceId}::uuid AND announcement.id = given.id`;
  await tx.$executeRaw`
    UPDATE ${GIVEN} AS given SET here = announcement.id
    FROM announcement
    WHERE announcement.conference_id = ${conferenceId}::uuid AND announcement.id = ${ownId(conferenceId)}
      AND given.here IS NULL`;
  await tx.$executeRaw`
    UPDATE ${GIVEN} AS given SET here = kept.id
    FROM merge JOIN announcement AS kept ON kept.id = merge.kept_id
    WHERE kept.conference_id = ${conferenceId}::uuid AND merge.dropped_id IN (given.id, ${ownId(conferenceId)})
      AND given.here IS NULL`;
}

/** Which names there are on both sides, as (name, id). */
type Names = { given: Prisma.Sql; here: Prisma.Sql };

const GIVEN = staged("announcements");

const KEYS: Names = {
  given: Prisma.sql`SELECT "catalogueKey" AS name, id FROM ${GIVEN}`,
  here: Prisma.sql`SELECT catalogue_key AS name, id, conference_id FROM announcement
    UNION ALL SELECT merge.dropped_catalogue_key, kept.id, kept.conference_id
      FROM merge JOIN announcement AS kept ON kept.id = merge.kept_id`,
};
const VENDOR_IDS: Names = {
  given: Prisma.sql`SELECT "vendorId" AS name, id FROM ${GIVEN}`,
  here: Prisma.sql`SELECT vendor_id AS name, id, conference_id FROM known_announcement`,
};
const LINKS: Names = {
  given: Prisma.sql`SELECT link->>'canonical' AS name, id FROM ${GIVEN}, jsonb_array_elements(links) AS link`,
  here: Prisma.sql`SELECT canonical_url AS name, announcement.id, conference_id
    FROM announcement_link JOIN announcement ON announcement.id = announcement_id`,
};

/** A name that several carry tells them not apart, and nobody is found twice. */
async function byName(tx: Tx, conferenceId: string, { given, here }: Names): Promise<void> {
  await tx.$executeRaw`
    WITH pair AS (
      SELECT known.id AS here, asked.id AS given
      FROM (
        SELECT name, (array_agg(DISTINCT id))[1] AS id FROM (${given}) AS carried
        WHERE name IS NOT NULL GROUP BY name HAVING count(DISTINCT id) = 1
      ) AS asked
      JOIN (
        SELECT name, (array_agg(DISTINCT id))[1] AS id FROM (${here}) AS carried
        WHERE name IS NOT NULL AND conference_id = ${conferenceId}::uuid GROUP BY name HAVING count(DISTINCT id) = 1
      ) AS known USING (name)
    ), open AS (
      SELECT DISTINCT pair.here, pair.given FROM pair
      JOIN ${GIVEN} AS waiting ON waiting.id = pair.given AND waiting.here IS NULL
      WHERE NOT EXISTS (SELECT FROM ${GIVEN} AS found WHERE found.here = pair.here)
    )
    UPDATE ${GIVEN} AS given SET here = sure.here
    FROM (
      SELECT here, given, count(*) OVER (PARTITION BY here) AS takers, count(*) OVER (PARTITION BY given) AS ways FROM open
    ) AS sure
    WHERE given.id = sure.given AND takers = 1 AND ways = 1`;
}

/** What an announcement of the file is called here when something else has its id; always the same, so that it is found again. */
function ownId(conferenceId: string): Prisma.Sql {
  return Prisma.sql`md5(${conferenceId}::text || given.id::text)::uuid`;
}

async function nameNew(tx: Tx, conferenceId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE ${GIVEN} AS given SET is_new = true, here_slug = slug, here = CASE
      WHEN EXISTS (SELECT FROM announcement WHERE announcement.id = given.id)
        OR EXISTS (SELECT FROM merge WHERE merge.dropped_id = given.id) THEN ${ownId(conferenceId)}
      ELSE given.id END
    WHERE here IS NULL`;
  const crowded = await tx.$queryRaw<{ id: string; slug: string }[]>`
    SELECT given.id, given.slug FROM ${GIVEN} AS given JOIN ${ADDRESSES} ON address.slug = given.slug
    WHERE is_new ORDER BY position`;
  if (crowded.length === 0) return;
  const slugs = crowded.map(({ slug }) => slug);
  const known = await tx.$queryRaw<{ slug: string }[]>`
    SELECT slug FROM ${ADDRESSES} WHERE slug = ANY(${slugs}) OR regexp_replace(slug, '-[0-9]+$', '') = ANY(${slugs})
    UNION SELECT slug FROM ${GIVEN} WHERE is_new`;
  const taken = new Set(known.map(({ slug }) => slug));
  const renamed = crowded.map(({ id, slug }) => {
    const free = numberedSlug(slug, taken);
    taken.add(free);
    return { id, slug: free };
  });
  await tx.$executeRaw`
    UPDATE ${GIVEN} AS given SET here_slug = renamed.slug
    FROM jsonb_to_recordset(${JSON.stringify(renamed)}::jsonb) AS renamed (id uuid, slug text)
    WHERE given.id = renamed.id`;
}

const ADDRESSES = Prisma.sql`(SELECT slug FROM announcement UNION ALL SELECT dropped_slug FROM merge) AS address`;
