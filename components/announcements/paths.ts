import type { Route } from "next";

import { boardQuery, type BoardFilter } from "@/lib/catalogue/board-query";

/** The board of a conference, with a filter in its query. */
export function boardPath(teamSlug: string, conferenceSlug: string, filter?: BoardFilter): Route {
  const query = filter ? boardQuery(filter) : "";
  return `/teams/${teamSlug}/conferences/${conferenceSlug}${query && `?${query}`}` as Route;
}

/** What a team leans or decided to adopt of a conference. */
export function shortlistPath(teamSlug: string, conferenceSlug: string): Route {
  return `/teams/${teamSlug}/conferences/${conferenceSlug}/shortlist` as Route;
}

/** The page of one announcement in a team. */
export function announcementPath(teamSlug: string, slug: string): Route {
  return `/teams/${teamSlug}/announcements/${slug}` as Route;
}

/** Where a lead reads a source in. */
export const NEW_IMPORT_PATH = "/imports/new" as Route;
