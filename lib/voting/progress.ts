import "server-only";

import { db } from "@/lib/db/client";
import { countPeople } from "@/lib/identity/people";
import { can } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";
import { isSlug } from "@/lib/text/slug";

import { readMarkedBy } from "./progress-people";
import type { ConferenceProgress, Overview } from "./progress-types";
import { ROUND_COLUMNS, roundOf, type RoundColumns } from "./rounds/standing";
import { openTallies } from "./sight";
import { paceOf } from "./triage/pace";
import { readGaps } from "./triage/pass";

/** Conferences of one page. */
const PAGE = 30;

/** What is counted by looking stops here: nobody settles a thousand in one sitting. */
const COUNT_LIMIT = 1000;

/**
 * The page of a team: its conferences, newest first, how far the viewer and the team are with each, and what waits for
 * the viewer. `after` is the last page's `next`. Statements side by side, none of which looks at
 * others' votes.
 */
export async function teamOverview(
  viewer: TeamViewer,
  { after = null }: { after?: string | null } = {},
): Promise<Overview> {
  const isLead = can(viewer, "decision.settle");
  const [people, rows, splits, adopted, gaps, candidates, marked] = await Promise.all([
    countPeople(viewer),
    readConferences(viewer, after !== null && isSlug(after) ? after : null),
    readSplits(viewer),
    readAdopted(viewer),
    readGaps(viewer),
    can(viewer, "import.review") ? countCandidates(viewer) : 0,
    isLead ? readMarkedBy({ viewer }) : null,
  ]);
  const conferences = rows.slice(0, PAGE).map((row) => withShares(row, people.people, { splits, adopted }));
  const now = new Date().toISOString();
  const [mostSplit] = conferences.filter(({ split }) => split > 0).sort((one, two) => two.split - one.split);
  return {
    ...people,
    conferences,
    next: rows.length > PAGE ? (conferences.at(-1)?.slug ?? null) : null,
    now,
    pace: paceOf(gaps),
    unfinished: nextOf(conferences),
    mostSplit: mostSplit ?? null,
    toSettle: isLead ? [...splits.values()].reduce((sum, split) => sum + split, 0) : 0,
    candidates,
    marked,
  };
}

/** Whose round closes first, else the newest, of those with something left. */
function nextOf(conferences: readonly ConferenceProgress[]): ConferenceProgress | null {
  const left = conferences.filter((conference) => conference.left > 0);
  const open = left.flatMap((conference) => (conference.round ? [{ conference, at: conference.round.closesAt }] : []));
  const [first] = open.sort((one, other) => one.at.localeCompare(other.at));
  return first?.conference ?? left[0] ?? null;
}

type ConferenceRow = RoundColumns & {
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
      announcement_count AS announcements, coalesce(mine.marked, 0) AS mine, coalesce(team.marked, 0) AS team,
      ${ROUND_COLUMNS}
    FROM conference
    LEFT JOIN round ON round.team_id = ${teamId}::uuid AND round.conference_id = conference.id
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

type Counts = Record<"splits" | "adopted", ReadonlyMap<string, number>>;

function withShares(row: ConferenceRow, people: number, { splits, adopted }: Counts): ConferenceProgress {
  const { id, slug, name, startsOn, endsOn, announcements, mine, team } = row;
  const [all, round] = [announcements * people, roundOf(row)];
  return {
    ...{ slug, name, startsOn, endsOn, announcements, mine, round },
    teamShare: all > 0 ? team / all : 0,
    split: splits.get(id) ?? 0,
    adopted: adopted.get(id) ?? 0,
    left: round?.state === "closed" ? 0 : Math.max(0, announcements - mine),
  };
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

/** How many announcements of each conference the team has decided to adopt. */
async function readAdopted({ teamId }: TeamViewer): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ conferenceId: string; adopted: number }[]>`
    SELECT announcement.conference_id AS "conferenceId", count(*)::int AS adopted
    FROM (
      SELECT announcement_id FROM decision WHERE team_id = ${teamId}::uuid AND choice = 'adopt' LIMIT ${COUNT_LIMIT}
    ) AS decided
    JOIN announcement ON announcement.id = decided.announcement_id
    GROUP BY announcement.conference_id`;
  return new Map(rows.map(({ conferenceId, adopted }) => [conferenceId, adopted]));
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
