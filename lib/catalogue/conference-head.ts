import "server-only";

import { db } from "@/lib/db/client";
import { can } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";
import { isSlug } from "@/lib/text/slug";
import { noticeLines, type NoticeLine } from "@/lib/voting/notices/lines";
import type { Round } from "@/lib/voting/round-types";
import { ROUND_COLUMNS, roundOf, type RoundColumns } from "@/lib/voting/rounds/standing";
import { openTallies } from "@/lib/voting/sight";

/** What every page of a conference shows at its top. */
export type ConferenceHead = {
  id: string;
  conference: {
    slug: string;
    name: string;
    /** ISO dates, YYYY-MM-DD. */
    startsOn: string | null;
    endsOn: string | null;
  };
  /** Announcements, and how many of them the viewer has marked and not marked. */
  counts: { total: number; marked: number; left: number };
  /** The team: how many members, and how many marks of all they could set, 0 to 1. */
  team: { members: number; progress: number };
  round: Round | null;
  canManageRound: boolean;
  /** What the viewer has not seen of what happened here. */
  notices: NoticeLine[];
  /** Announcements the team is split on that nobody has settled, of those whose marks the viewer sees; at most 1,000. */
  split: number;
  /** How many are decided to adopt. */
  shortlisted: number;
};

/** Counting stops here: nobody goes through more in one sitting. */
const COUNT_LIMIT = 1000;

/** The head of a conference's pages in the viewer's team, or null when there is no such conference: two statements. */
export async function readConferenceHead(viewer: TeamViewer, conferenceSlug: string): Promise<ConferenceHead | null> {
  if (!isSlug(conferenceSlug)) return null;
  const [[row], notices] = await Promise.all([readRow(viewer, conferenceSlug), noticeLines(viewer, conferenceSlug)]);
  return row ? { ...headOf(row), canManageRound: can(viewer, "round.manage"), notices } : null;
}

function readRow(viewer: TeamViewer, conferenceSlug: string): Promise<HeadRow[]> {
  return db().$queryRaw<HeadRow[]>`
    SELECT conference.id, conference.slug, conference.name, conference.starts_on::text AS "startsOn",
      conference.ends_on::text AS "endsOn", conference.announcement_count AS total, coalesce(own.marked, 0) AS marked,
      team.members, team.marks, ${ROUND_COLUMNS}, split.split, decided.shortlisted
    FROM conference
    LEFT JOIN progress AS own ON own.team_id = ${viewer.teamId}::uuid AND own.conference_id = conference.id
      AND own.person_id = ${viewer.personId}::uuid
    LEFT JOIN round ON round.team_id = ${viewer.teamId}::uuid AND round.conference_id = conference.id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS members, coalesce(sum(progress.marked), 0)::int AS marks
      FROM membership LEFT JOIN progress ON progress.team_id = membership.team_id
        AND progress.person_id = membership.person_id AND progress.conference_id = conference.id
      WHERE membership.team_id = ${viewer.teamId}::uuid
    ) AS team
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS split FROM (
        SELECT FROM ${openTallies(viewer)} AS tally
        WHERE tally.conference_id = conference.id AND tally.lean = 'split' AND NOT EXISTS (
          SELECT FROM decision
          WHERE decision.team_id = tally.team_id AND decision.announcement_id = tally.announcement_id
        )
        LIMIT ${COUNT_LIMIT}
      ) AS unsettled
    ) AS split
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS shortlisted
      FROM decision JOIN announcement ON announcement.id = decision.announcement_id
      WHERE decision.team_id = ${viewer.teamId}::uuid AND decision.choice = 'adopt'
        AND announcement.conference_id = conference.id
    ) AS decided
    WHERE conference.slug = ${conferenceSlug}`;
}

function headOf(row: HeadRow): Omit<ConferenceHead, "canManageRound" | "notices"> {
  const { id, slug, name, startsOn, endsOn, total, marked, members, marks, split, shortlisted } = row;
  const possible = total * members;
  return {
    id,
    conference: { slug, name, startsOn, endsOn },
    counts: { total, marked, left: Math.max(0, total - marked) },
    team: { members, progress: possible === 0 ? 0 : Math.min(1, marks / possible) },
    round: roundOf(row),
    split,
    shortlisted,
  };
}

type HeadRow = ConferenceHead["conference"] &
  RoundColumns & {
    id: string;
    total: number;
    marked: number;
    members: number;
    marks: number;
    split: number;
    shortlisted: number;
  };
