import "server-only";

import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";
import { CATEGORIES, type Category } from "@/lib/recap/types";
import { isSlug } from "@/lib/text/slug";
import { openTallies, seenTally, TALLY_COLUMNS, tallyOf, type TallyColumns } from "@/lib/voting/sight";
import { CHOICES, type Choice } from "@/lib/voting/types";

import { matches, resembles } from "../board-search";
import { decodeBoardCursor, encodeBoardCursor, type BoardKey } from "./cursor";
import type { BoardFilter } from "./filter";
import type { Board, BoardConference, BoardRow } from "./types";

/** Rows of one page. */
export const PAGE_SIZE = 50;

/**
 * A page of a conference as the viewer's team sees it, by category and title; null when there is no such conference. Two
 * statements, side by side, whatever the number of rows, people or votes: nothing is counted that a trigger keeps.
 */
export async function readBoard(
  viewer: TeamViewer,
  conferenceSlug: string,
  filter: BoardFilter,
): Promise<Board | null> {
  if (!isSlug(conferenceSlug)) return null;
  const [head, exact] = await Promise.all([readHead(viewer, conferenceSlug), readRows(viewer, conferenceSlug, filter)]);
  if (!head) return null;
  const isClosest = exact.rows.length === 0 && filter.q !== "" && !filter.after;
  const page = isClosest ? await readRows(viewer, conferenceSlug, filter, resembles) : exact;
  return { ...head, ...page, match: isClosest ? "closest" : "exact" };
}

type SearchCondition = (search: string, conferenceSlug: string) => Prisma.Sql;

async function readRows(
  viewer: TeamViewer,
  conferenceSlug: string,
  filter: BoardFilter,
  search: SearchCondition = matches,
) {
  const conditions = [
    Prisma.sql`announcement.conference_id = (SELECT id FROM conference WHERE slug = ${conferenceSlug})`,
    ...narrowing(filter),
    ...(filter.q ? [search(filter.q, conferenceSlug)] : []),
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

/** What stands above the rows: the conference, how far the viewer and the team are, and which categories there are. */
async function readHead(viewer: TeamViewer, conferenceSlug: string) {
  const [row] = await db().$queryRaw<HeadRow[]>`
    SELECT conference.slug, conference.name, conference.starts_on::text AS "startsOn", conference.ends_on::text AS "endsOn",
      conference.announcement_count AS total, coalesce(own.marked, 0) AS marked, team.members, team.marks,
      ARRAY(SELECT known.category FROM unnest(${[...CATEGORIES]}::text[]) AS known(category) WHERE EXISTS (
        SELECT FROM announcement
        WHERE announcement.conference_id = conference.id AND announcement.category = known.category
      ) ORDER BY known.category) AS categories
    FROM conference
    LEFT JOIN progress AS own ON own.team_id = ${viewer.teamId}::uuid AND own.conference_id = conference.id
      AND own.person_id = ${viewer.personId}::uuid
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS members, coalesce(sum(progress.marked), 0)::int AS marks
      FROM membership LEFT JOIN progress ON progress.team_id = membership.team_id
        AND progress.person_id = membership.person_id AND progress.conference_id = conference.id
      WHERE membership.team_id = ${viewer.teamId}::uuid
    ) AS team
    WHERE conference.slug = ${conferenceSlug}`;
  if (!row) return null;
  const { slug, name, startsOn, endsOn, total, marked, members, marks, categories } = row;
  const possible = total * members;
  return {
    conference: { slug, name, startsOn, endsOn },
    counts: { total, marked, left: Math.max(0, total - marked) },
    team: { members, progress: possible === 0 ? 0 : Math.min(1, marks / possible) },
    categories,
  };
}

function boardRow({ choice, note, isHidden, marks, adopt, investigate, ignore, ...row }: FoundRow): BoardRow {
  const standing = tallyOf({ isHidden, marks, adopt, investigate, ignore });
  return { ...row, mine: choice ? { choice, note: note ?? "" } : null, ...standing };
}

type FoundRow = Omit<BoardRow, "mine" | "marks" | "tally"> &
  TallyColumns & { choice: Choice | null; note: string | null };

type HeadRow = BoardConference & {
  total: number;
  marked: number;
  members: number;
  marks: number;
  categories: Category[];
};
