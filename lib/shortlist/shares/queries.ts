import "server-only";

import { db } from "@/lib/db/client";
import { can } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import type { ShareKind } from "../export/types";
import { filterWords, parseShortlistFilter, type ShortlistFilter } from "../filter";

import { lastDay } from "./expiry";
import type { Share, ShareState } from "./types";

/** Links on a page: as many as can work at a time, so that each of those can be revoked. */
export const LISTED_SHARES = 100;

/**
 * The links of the viewer's team to a conference: those that work first, each the latest first, a hundred at most. None for
 * those who may not manage links.
 */
export async function listShares(viewer: TeamViewer, conferenceSlug: string): Promise<Share[]> {
  if (!can(viewer, "share.manage")) return [];
  const rows = await db().$queryRaw<Row[]>`
    SELECT share_link.id, share_link.kind, share_link.label, share_link.query, person.name AS by,
      share_link.created_at AS at, share_link.expires_at AS "expiresAt", share_link.revoked_at AS "revokedAt",
      share_link.last_used_at AS "lastUsedAt", share_link.shows_people AS people, share_link.shows_notes AS notes,
      CASE WHEN share_link.revoked_at IS NOT NULL THEN 'revoked'
        WHEN share_link.expires_at <= now() THEN 'expired' ELSE 'live' END AS state
    FROM share_link
    JOIN conference ON conference.id = share_link.conference_id
    JOIN person ON person.id = share_link.created_by_id
    WHERE share_link.team_id = ${viewer.teamId}::uuid AND conference.slug = ${conferenceSlug}
    ORDER BY share_link.revoked_at IS NULL AND (share_link.expires_at IS NULL OR share_link.expires_at > now()) DESC,
      share_link.created_at DESC, share_link.id
    LIMIT ${LISTED_SHARES}`;
  const filters = rows.map(({ query }) => parseShortlistFilter(new URLSearchParams(query)));
  const names = await readNames(viewer, filters);
  return rows.map((row, index) => shareOf(row, wordsOf(filters[index], names)));
}

/** What the query of an export's address filters by, in words; null when by nothing. */
export async function queryWords(viewer: TeamViewer, query: URLSearchParams): Promise<string | null> {
  const filter = parseShortlistFilter(query);
  return wordsOf(filter, await readNames(viewer, [filter]));
}

function shareOf({ id, kind, label, state, by, at, ...row }: Row, filter: string | null): Share {
  return {
    ...{ id, kind, label, state, by, filter },
    at: at.toISOString(),
    until: row.expiresAt && lastDay(row.expiresAt),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    shows: { people: row.people, notes: row.notes },
  };
}

type Names = { people: Map<string, string>; services: Map<string, string> };

/** The names behind what filters hold: of services, and of people who are in the team or own something there. */
async function readNames(viewer: TeamViewer, filters: readonly ShortlistFilter[]): Promise<Names> {
  const owners = filters.flatMap(({ owner }) => (owner === null || owner === "nobody" ? [] : [owner]));
  const services = filters.flatMap(({ service }) => (service === null ? [] : [service]));
  if (owners.length + services.length === 0) return { people: new Map(), services: new Map() };
  const rows = await db().$queryRaw<{ key: string; name: string; isService: boolean }[]>`
    SELECT person.id::text AS key, person.name, false AS "isService" FROM person
    WHERE person.id = ANY(${owners}::uuid[]) AND (
      EXISTS (SELECT FROM membership
        WHERE membership.person_id = person.id AND membership.team_id = ${viewer.teamId}::uuid)
      OR EXISTS (SELECT FROM decision
        WHERE decision.owner_id = person.id AND decision.team_id = ${viewer.teamId}::uuid))
    UNION ALL
    SELECT service.slug, service.name, true FROM service WHERE service.slug = ANY(${services}::text[])`;
  const named = (isService: boolean) =>
    new Map(rows.filter((row) => row.isService === isService).map(({ key, name }) => [key, name]));
  return { people: named(false), services: named(true) };
}

function wordsOf(filter: ShortlistFilter | undefined, { people, services }: Names): string | null {
  if (!filter) return null;
  const { owner, service } = filter;
  return filterWords(filter, {
    owner: (owner && people.get(owner)) ?? null,
    service: (service && services.get(service)) ?? null,
  });
}

type Row = {
  id: string;
  kind: ShareKind;
  label: string;
  query: string;
  by: string;
  at: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
  people: boolean;
  notes: boolean;
  state: ShareState;
};
