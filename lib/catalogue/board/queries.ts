import "server-only";

import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";
import { CATEGORIES, type Category } from "@/lib/recap/types";
import { isSlug } from "@/lib/text/slug";
import { openTallies, seenTally, TALLY_COLUMNS, tallyOf, type TallyColumns } from "@/lib/voting/sight";
import { CHOICES, type Choice } from "@/lib/voting/types";

import { readConferenceHead } from "../conference-head";
import { matches, resembles } from "../search/matches";
import { decodeBoardCursor, encodeBoardCursor, type BoardKey } from "./cursor";
import type { BoardFilter } from "./filter";
import type { Board, BoardRow } from "./types";

/** Rows of one page. */
export const PAGE_SIZE = 50;

/**
 * A page of a conference as the viewer's team sees it, by category and title; null when there is no such conference. Three
 * statements, side by side, whatever the number of rows, people or votes: nothing is counted that a trigger keeps.
 */
export async function readBoard(
  viewer: TeamViewer,
  conferenceSlug: string,
  filter: BoardFilter,
): Promise<Board | null> {
  if (!isSlug(conferenceSlug)) return null;
  const [head, categories, exact] = await Promise.all([
    readConferenceHead(viewer, conferenceSlug),
    readCategories(conferenceSlug),
    readRows(viewer, conferenceSlug, filter),
  ]);
  if (!head) return null;
  const isClosest = exact.rows.length === 0 && filter.q !== "" && !filter.after;
  const page = isClosest ? await readRows(viewer, conferenceSlug, filter, resembles) : exact;
  return { ...head, categories, ...page, match: isClosest ? "closest" : "exact" };
}

type SearchCondition = (search: string, conferenceSlug: string, viewer: TeamViewer) => Prisma.Sql;

async function readRows(
  viewer: TeamViewer,
  conferenceSlug: string,
  filter: BoardFilter,
  search: SearchCondition = matches,
) {
  const conditions = [
    Prisma.sql`announcement.conference_id = (SELECT id FROM conference WHERE slug = ${conferenceSlug})`,
    ...narrowing(filter),
    ...(filter.q ? [search(filter.q, conferenceSlug, viewer)] : []),
  ];
  // The page is picked first, joined only with what the filter asks about, then filled in: a rare match among many
  // announcements is found without looking up what no row of the page will show.
  const found = await db().$queryRaw<FoundRow[]>`
    WITH page AS (
      SELECT announcement.id FROM announcement
      ${joinOf(filter.mine, "unmarked")} vote ON vote.team_id = ${viewer.teamId}::uuid AND vote.announcement_id = announcement.id
        AND vote.person_id = ${viewer.personId}::uuid
      ${joinOf(filter.lean, "none")} ${openTallies(viewer)} AS tally ON tally.announcement_id = announcement.id
      WHERE ${Prisma.join(conditions, " AND ")}
      ORDER BY announcement.category, announcement.title, announcement.id
      LIMIT ${Prisma.raw(String(PAGE_SIZE + 1))}
    )
    SELECT announcement.id, announcement.slug, announcement.title, announcement.category,
      announcement.availability::text AS availability, announcement.service_names AS services,
      announcement.mention_count AS mentions, coalesce(tally.comments, 0) AS comments,
      vote.choice::text AS choice, vote.note, ${TALLY_COLUMNS}, tally.lean,
      decision.choice::text AS decision
    FROM page
    JOIN announcement ON announcement.id = page.id
    LEFT JOIN vote ON vote.team_id = ${viewer.teamId}::uuid AND vote.announcement_id = announcement.id
      AND vote.person_id = ${viewer.personId}::uuid
    LEFT JOIN ${seenTally(viewer)} AS tally ON tally.announcement_id = announcement.id
    LEFT JOIN decision ON decision.team_id = ${viewer.teamId}::uuid AND decision.announcement_id = announcement.id
    ORDER BY announcement.category, announcement.title, announcement.id`;
  const rows = found.slice(0, PAGE_SIZE).map(boardRow);
  const last = found.length > PAGE_SIZE ? rows.at(-1) : undefined;
  return { rows, next: last ? encodeBoardCursor([last.category, last.title, last.id]) : null };
}

/** Every filter but the search, as conditions on the rows. */
function narrowing(filter: BoardFilter): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  const key = decodeBoardCursor(filter.after);
  if (key) conditions.push(standsAfter(key));
  if (filter.view === "todo") conditions.push(UNMARKED);
  if (filter.category.length > 0) conditions.push(Prisma.sql`announcement.category = ANY(${filter.category})`);
  if (filter.availability.length > 0) {
    conditions.push(Prisma.sql`announcement.availability = ANY(${filter.availability}::availability[])`);
  }
  if (filter.service) conditions.push(Prisma.sql`announcement.service_slugs @> ARRAY[${filter.service}]`);
  if (filter.mine.length > 0) {
    const choices = CHOICES.filter((choice) => filter.mine.includes(choice));
    const chosen = Prisma.sql`vote.choice = ANY(${choices}::choice[])`;
    conditions.push(filter.mine.includes("unmarked") ? Prisma.sql`(${UNMARKED} OR ${chosen})` : chosen);
  }
  if (filter.lean.length > 0) {
    const leaning = Prisma.sql`tally.lean = ANY(${filter.lean})`;
    conditions.push(filter.lean.includes("none") ? Prisma.sql`(tally.lean IS NULL OR ${leaning})` : leaning);
  }
  return conditions;
}

/**
 * How rows that may be missing are joined: a filter that asks for one of them can start from the few there are, instead
 * of looking for one beside every announcement.
 */
function joinOf(wanted: readonly string[], missing: string): Prisma.Sql {
  const needed = wanted.length > 0 && !wanted.includes(missing);
  return needed ? Prisma.sql`JOIN` : Prisma.sql`LEFT JOIN`;
}

const UNMARKED = Prisma.sql`vote.person_id IS NULL`;

function standsAfter([category, title, id]: BoardKey): Prisma.Sql {
  return Prisma.sql`(announcement.category, announcement.title, announcement.id) > (${category}, ${title}, ${id}::uuid)`;
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

function boardRow({ choice, note, isHidden, marks, adopt, investigate, ignore, ...row }: FoundRow): BoardRow {
  const standing = tallyOf({ isHidden, marks, adopt, investigate, ignore });
  return { ...row, mine: choice ? { choice, note: note ?? "" } : null, ...standing };
}

type FoundRow = Omit<BoardRow, "mine" | "marks" | "tally"> &
  TallyColumns & { choice: Choice | null; note: string | null };
