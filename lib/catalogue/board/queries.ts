import "server-only";

import { db } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";
import { CATEGORIES, type Category } from "@/lib/recap/types";
import { isSlug } from "@/lib/text/slug";

import { readConferenceHead } from "../conference-head";
import { withHits } from "../search/hits";
import { suggestSearch } from "../search/suggest";
import { savedViews } from "../views/queries";
import type { SavedView } from "../views/types";
import { searchCondition } from "./conditions";
import { readFacets } from "./facets";
import type { BoardFilter } from "./filter";
import { withoutGone } from "./gone";
import { readPage, type BoardPage } from "./rows";
import type { Board, Match } from "./types";

/** Up to so many announcements their facets are counted with the page; beyond, the page asks for them once it is shown. */
export const COUNTED_AT_ONCE = 500;

/**
 * A page of a conference as the viewer's team sees it; null when there is no such conference. Three statements, side by
 * side, whatever the number of rows, people or votes; a small conference's facets are counted by a fourth,
 * and a search is explained by one more.
 */
export async function readBoard(viewer: TeamViewer, conferenceSlug: string, asked: BoardFilter): Promise<Board | null> {
  if (!isSlug(conferenceSlug)) return null;
  const { filter, gone } = await withoutGone(asked);
  const readHead = readConferenceHead(viewer, conferenceSlug);
  const [head, facets, frame, page] = await Promise.all([
    readHead,
    readHead.then((found) =>
      found && found.counts.total <= COUNTED_AT_ONCE ? readFacets(viewer, conferenceSlug, filter) : null,
    ),
    readFrame(viewer, conferenceSlug),
    readRows(viewer, conferenceSlug, filter),
  ]);
  return head && { ...head, ...frame, ...page, facets, gone };
}

/** The rows of a page and no more, for the page that appends them; null when there is no such conference. */
export async function readBoardRows(
  viewer: TeamViewer,
  conferenceSlug: string,
  asked: BoardFilter,
): Promise<BoardPage | null> {
  if (!isSlug(conferenceSlug)) return null;
  const { filter } = await withoutGone(asked);
  const page = await readRows(viewer, conferenceSlug, filter);
  if (page.rows.length > 0) return page;
  const conference = await db().conference.findUnique({ where: { slug: conferenceSlug }, select: { id: true } });
  return conference && page;
}

/** What matches the search as it was typed, else what resembles it and how it was probably meant; and why each is found. */
async function readRows(
  viewer: TeamViewer,
  conferenceSlug: string,
  filter: BoardFilter,
): Promise<BoardPage & { match: Match; suggestion: string | null }> {
  const { q, after } = filter;
  const read = async (match: Match) => {
    const search = searchCondition(q, conferenceSlug, viewer, match);
    return { ...(await readPage({ viewer, conferenceSlug, filter, search, match })), match };
  };
  const exact = await read("exact");
  if (q === "") return { ...exact, suggestion: null };
  if (exact.rows.length > 0 || after) {
    return { ...exact, rows: await withHits(viewer, q, exact.rows), suggestion: null };
  }
  const [closest, suggestion] = await Promise.all([read("closest"), suggestSearch(q, conferenceSlug, viewer)]);
  return { ...closest, rows: await withHits(viewer, suggestion ?? q, closest.rows), suggestion };
}

type Frame = { categories: Category[]; saved: SavedView[] };

/** What stands around the rows: the categories that the conference has announcements in, and the views that were saved. */
async function readFrame(viewer: TeamViewer, conferenceSlug: string): Promise<Frame> {
  const [frame] = await db().$queryRaw<Frame[]>`
    SELECT ARRAY(
      SELECT known.category FROM conference, unnest(${[...CATEGORIES]}::text[]) AS known (category)
      WHERE conference.slug = ${conferenceSlug} AND EXISTS (
        SELECT FROM announcement
        WHERE announcement.conference_id = conference.id AND announcement.category = known.category
      )
      ORDER BY known.category
    ) AS categories, ${savedViews(viewer)} AS saved`;
  return frame ?? { categories: [], saved: [] };
}
