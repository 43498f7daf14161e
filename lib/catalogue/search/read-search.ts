import "server-only";

import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";
import type { Choice } from "@/lib/voting/types";

import { cleanQuery } from "./clean";
import { highlighter } from "./highlight";
import { foundNames, relevance } from "./matches";
import { parseSearch } from "./parse";
import type { SearchAnswer } from "./types";

/** How many of each kind are given. */
const OFFERED = 8;

/**
 * What the viewer can go to by a few letters: announcements by title, services and summary, services and conferences by
 * name, over all conferences of the installation, the best of each first, in one statement. When nothing is found it is the
 * announcements that resemble what was typed; for nothing typed it is the newest conferences.
 */
export async function readSearch(viewer: TeamViewer, typed: string): Promise<SearchAnswer> {
  const query = cleanQuery(typed);
  if (query === "") return answer(query, "exact", { conferences: await newestConferences() });
  const found = await find(viewer, query);
  const isNothing = [found.announcements, found.services, found.conferences].every(({ length }) => length === 0);
  if (!isNothing) return answer(query, "exact", found);
  return answer(query, "closest", { announcements: await closest(viewer, query) });
}

async function find(viewer: TeamViewer, query: string): Promise<Found> {
  const search = parseSearch(query);
  if (search.length === 0) return { announcements: [], services: [], conferences: [] };
  const [found] = await db().$queryRaw<Found[]>`
    SELECT ${listed(Prisma.sql`
      SELECT ${shown(viewer)} FROM (
        SELECT announcement.*, ${relevance(query)} AS relevance
        FROM announcement WHERE announcement.id IN (${foundNames(search, "announcement")})
        ORDER BY relevance DESC, announcement.id LIMIT ${OFFERED}
      ) AS announcement JOIN conference ON conference.id = announcement.conference_id
      ORDER BY announcement.relevance DESC, announcement.id`)} AS announcements,
    ${listed(Prisma.sql`
      SELECT service.slug, service.name, about.conference
      FROM service CROSS JOIN LATERAL (
        SELECT json_build_object('slug', conference.slug, 'name', conference.name) AS conference
        FROM announcement_service JOIN announcement ON announcement.id = announcement_service.announcement_id
        JOIN conference ON conference.id = announcement.conference_id
        WHERE announcement_service.service_id = service.id
        ORDER BY conference.starts_on DESC NULLS LAST, conference.id LIMIT 1
      ) AS about
      WHERE service.id IN (${foundNames(search, "service")})
      ORDER BY length(service.name), service.name LIMIT ${OFFERED}`)} AS services,
    ${listed(Prisma.sql`
      SELECT conference.slug, conference.name, conference.announcement_count AS announcements
      FROM conference WHERE conference.id IN (${foundNames(search, "conference")})
      ORDER BY conference.starts_on DESC NULLS LAST, conference.name LIMIT ${OFFERED}`)} AS conferences`;
  return found ?? { announcements: [], services: [], conferences: [] };
}

async function closest(viewer: TeamViewer, query: string): Promise<FoundAnnouncement[]> {
  return db().$queryRaw<FoundAnnouncement[]>`
    SELECT ${shown(viewer)} FROM (
      SELECT * FROM announcement WHERE ${query} <% announcement.search_text
      ORDER BY word_similarity(${query}, announcement.search_text) DESC, announcement.id LIMIT ${OFFERED}
    ) AS announcement JOIN conference ON conference.id = announcement.conference_id
    ORDER BY word_similarity(${query}, announcement.search_text) DESC, announcement.id`;
}

async function newestConferences(): Promise<FoundConference[]> {
  return db().$queryRaw<FoundConference[]>`
    SELECT slug, name, announcement_count AS announcements FROM conference
    ORDER BY starts_on DESC NULLS LAST, name LIMIT ${OFFERED}`;
}

/** What an announcement is offered by, with the viewer's own mark. */
function shown(viewer: TeamViewer): Prisma.Sql {
  return Prisma.sql`announcement.slug, announcement.title, announcement.service_names AS services,
    json_build_object('slug', conference.slug, 'name', conference.name) AS conference,
    (SELECT choice FROM vote WHERE vote.team_id = ${viewer.teamId}::uuid AND vote.announcement_id = announcement.id
      AND vote.person_id = ${viewer.personId}::uuid) AS mine`;
}

function listed(rows: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(row), '[]') FROM (${rows}) AS row)`;
}

function answer(query: string, match: SearchAnswer["match"], found: Partial<Found>): SearchAnswer {
  const placesIn = highlighter(query);
  const highlighted = (text: string) => ({ text, ranges: placesIn(text) });
  return {
    query,
    match,
    announcements: (found.announcements ?? []).map((row) => ({ ...row, title: highlighted(row.title) })),
    services: (found.services ?? []).map((row) => ({ ...row, name: highlighted(row.name) })),
    conferences: (found.conferences ?? []).map((row) => ({ ...row, name: highlighted(row.name) })),
  };
}

type Named = { slug: string; name: string };
type FoundAnnouncement = { slug: string; title: string; services: string[]; conference: Named; mine: Choice | null };
type FoundConference = Named & { announcements: number };
type Found = {
  announcements: FoundAnnouncement[];
  services: (Named & { conference: Named })[];
  conferences: FoundConference[];
};
