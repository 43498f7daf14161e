import "server-only";

import { db } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";
import { CATEGORIES, type Category } from "@/lib/recap/types";
import { isSlug } from "@/lib/text/slug";

import { readConferenceHead } from "../conference-head";
import { searchCondition } from "./conditions";
import type { BoardFilter } from "./filter";
import { readPage, type BoardPage } from "./rows";
import type { Board, Match } from "./types";

/**
 * A page of a conference as the viewer's team sees it; null when there is no such conference. Three statements, side by
 * side, whatever the number of rows, people or votes: nothing is counted that a trigger keeps.
 */
export async function readBoard(
  viewer: TeamViewer,
  conferenceSlug: string,
  filter: BoardFilter,
): Promise<Board | null> {
  if (!isSlug(conferenceSlug)) return null;
  const [head, categories, page] = await Promise.all([
    readConferenceHead(viewer, conferenceSlug),
    readCategories(conferenceSlug),
    readRows(viewer, conferenceSlug, filter),
  ]);
  return head && { ...head, categories, ...page };
}

/** What matches the search as it was typed, else what resembles it. */
async function readRows(
  viewer: TeamViewer,
  conferenceSlug: string,
  filter: BoardFilter,
): Promise<BoardPage & { match: Match }> {
  const read = async (match: Match) => ({
    ...(await readPage(viewer, conferenceSlug, filter, searchCondition(viewer, conferenceSlug, filter.q, match))),
    match,
  });
  const exact = await read("exact");
  return exact.rows.length === 0 && filter.q !== "" && !filter.after ? read("closest") : exact;
}

/** The categories that the conference has announcements in. */
async function readCategories(conferenceSlug: string): Promise<Category[]> {
  const rows = await db().$queryRaw<{ category: Category }[]>`
    SELECT known.category FROM conference, unnest(${[...CATEGORIES]}::text[]) AS known(category)
    WHERE conference.slug = ${conferenceSlug} AND EXISTS (
      SELECT FROM announcement
      WHERE announcement.conference_id = conference.id AND announcement.category = known.category
    )
    ORDER BY known.category`;
  return rows.map(({ category }) => category);
}
