import "server-only";

import { db } from "@/lib/db/client";
import { countPeople } from "@/lib/identity/people";
import { can } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";
import { isSlug } from "@/lib/text/slug";

import { openTallies } from "./sight";
import type { ConferenceProgress, MarkedBy, Overview } from "./progress-types";

/** Conferences of one page. */
const PAGE = 30;

/** Whoever leads more people than this looks at the first and the last of them, not at all. */
const PEOPLE_SHOWN = 50;

/** What is counted by looking stops here: nobody settles a thousand in one sitting. */
const COUNT_LIMIT = 1000;

/**
 * The page of a team: its conferences, newest first, how far the viewer and the team are with each, and what waits for
 * the viewer. `after` is the last page's `next`. Five statements side by side, none of which looks at votes.
 */
export async function teamOverview(
  viewer: TeamViewer,
  { after = null }: { after?: string | null } = {},
): Promise<Overview> {
  const isLead = can(viewer, "decision.settle");
  const [people, rows, splits, candidates, marked] = await Promise.all([
    countPeople(viewer),
    readConferences(viewer, after !== null && isSlug(after) ? after : null),
    readSplits(viewer),
    can(viewer, "import.review") ? countCandidates(viewer) : 0,
    isLead ? readMarkedBy(viewer) : null,
  ]);
  const conferences = rows.slice(0, PAGE).map((row) => withShares(row, people.people, splits));
  const [unfinished] = conferences.filter(({ announcements, mine }) => mine < announcements);
  const [mostSplit] = conferences.filter(({ split }) => split > 0).sort((one, two) => two.split - one.split);
  return {
    ...people,
    conferences,
    next: rows.length > PAGE ? (conferences.at(-1)?.slug ?? null) : null,
    unfinished: unfinished ?? null,
    mostSplit: mostSplit ?? null,
    toSettle: isLead ? [...splits.values()].reduce((sum, split) => sum + split, 0) : 0,
    candidates,
    marked,
  };
}

type ConferenceRow = {
  id: string;
  slug: string;
  name: string;
  startsOn: string | null;
  endsOn: string | null;
  announcements: number;
  mine: number;
  team: number;
};

/** Marks of people who have left are not the team's progress any more, so only members' rows are added up. */
function readConferences({ teamId, personId }: TeamViewer, after: string | null): Promise<ConferenceRow[]> {
  return db().$queryRaw<ConferenceRow[]>`
    SELECT conference.id, slug, name, starts_on::text AS "startsOn", ends_on::text AS "endsOn",
      announcement_count AS announcements, coalesce(mine.marked, 0) AS mine, coalesce(team.marked, 0) AS team
    FROM conference
    LEFT JOIN progress AS mine ON mine.team_id = ${teamId}::uuid AND mine.conference_id = conference.id
      AND mine.person_id = ${personId}::uuid
    LEFT JOIN LATERAL (
      SELECT sum(progress.marked)::int AS marked
      FROM progress JOIN membership USING (team_id, person_id)
      WHERE progress.team_id = ${teamId}::uuid AND progress.conference_id = conference.id
    ) AS team ON true
    WHERE ${after}::text IS NULL OR (coalesce(starts_on, created_at::date), conference.id) < (
      SELECT coalesce(starts_on, created_at::date), id FROM conference WHERE slug = ${after}
    )
    ORDER BY coalesce(starts_on, created_at::date) DESC, conference.id DESC
    LIMIT ${PAGE + 1}`;
}

function withShares(row: ConferenceRow, people: number, splits: ReadonlyMap<string, number>): ConferenceProgress {
  const { id, team, ...conference } = row;
  const all = conference.announcements * people;
  return { ...conference, teamShare: all > 0 ? team / all : 0, split: splits.get(id) ?? 0 };
}

/** How many announcements of each conference the team is split on and nobody has settled, as far as the viewer may see. */
async function readSplits(viewer: TeamViewer): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ conferenceId: string; split: number }[]>`
    SELECT announcement.conference_id AS "conferenceId", count(*)::int AS split
    FROM (
      SELECT announcement_id FROM ${openTallies(viewer)} AS tally
      WHERE lean = 'split' AND NOT EXISTS (
        SELECT FROM decision
        WHERE decision.team_id = tally.team_id AND decision.announcement_id = tally.announcement_id
      )
      LIMIT ${COUNT_LIMIT}
    ) AS unsettled
    JOIN announcement ON announcement.id = unsettled.announcement_id
    GROUP BY announcement.conference_id`;
  return new Map(rows.map(({ conferenceId, split }) => [conferenceId, split]));
}

/** Candidates of the team's imports that nobody has created, merged or skipped. */
async function countCandidates({ teamId }: TeamViewer): Promise<number> {
  const [row] = await db().$queryRaw<{ candidates: number }[]>`
    SELECT count(*)::int AS candidates FROM (
      SELECT FROM import JOIN candidate ON candidate.import_id = import.id
      WHERE import.team_id = ${teamId}::uuid AND import.state = 'reviewing' AND candidate.resolution = 'open'
      LIMIT ${COUNT_LIMIT}
    ) AS waiting`;
  return row?.candidates ?? 0;
}

/** Who has marked how much of the newest conference that has anything to mark, most first. */
async function readMarkedBy({ teamId }: TeamViewer): Promise<MarkedBy | null> {
  const rows = await db().$queryRaw<MarkedRow[]>`
    SELECT newest.name AS conference, newest.announcement_count AS announcements,
      person.id AS "personId", person.name, coalesce(progress.marked, 0) AS marked,
      (count(*) FILTER (WHERE coalesce(progress.marked, 0) = 0) OVER ())::int AS "notStarted"
    FROM (
      SELECT id, name, announcement_count FROM conference WHERE announcement_count > 0
      ORDER BY coalesce(starts_on, created_at::date) DESC, id DESC LIMIT 1
    ) AS newest
    JOIN membership ON membership.team_id = ${teamId}::uuid
    JOIN person ON person.id = membership.person_id
    LEFT JOIN progress ON progress.team_id = membership.team_id AND progress.person_id = membership.person_id
      AND progress.conference_id = newest.id
    ORDER BY coalesce(progress.marked, 0) DESC, person.name, person.id
    LIMIT ${PEOPLE_SHOWN}`;
  const [first] = rows;
  if (!first) return null;
  const { conference, announcements, notStarted } = first;
  const people = rows.map(({ personId, name, marked }) => ({ personId, name, marked }));
  return { conference, announcements, notStarted, people };
}

type MarkedRow = Omit<MarkedBy, "people"> & MarkedBy["people"][number];
