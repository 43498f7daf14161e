import "server-only";

import { db } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";
import { DECISION_COLUMN } from "@/lib/voting/decisions/columns";
import { overruled, type Decision } from "@/lib/voting/decisions/decision";
import { openTallies, seenTally } from "@/lib/voting/sight";
import type { Lean, Tally } from "@/lib/voting/types";

import { WHOLE_SHORTLIST, type ShortlistFilter } from "./filter";
import { isLeaning, leavesOutLeaning } from "./page/leaning";
import type { DecidedRow, LeaningRow, Shortlist } from "./page/types";
import { matching, readShortlistHead, saidNotes, type ShortlistHead } from "./rows";
import { FIRST, type Shown } from "./page/shown";
import { readTotals } from "./page/totals";
import type { ShortlistNote } from "./types";

/** Notes of each announcement on the page. */
const SHOWN_NOTES = 3;

/**
 * What the viewer's team decided, or leans, to adopt of a conference; null when there is no such conference. Four
 * statements, however much there is: the conference, then side by side the sums and the rows of either list.
 */
export async function readShortlist(
  viewer: TeamViewer,
  conferenceSlug: string,
  filter: ShortlistFilter = WHOLE_SHORTLIST,
  shown: Shown = FIRST,
): Promise<Shortlist | null> {
  const head = await readShortlistHead(viewer, conferenceSlug);
  if (!head) return null;
  const { slug, name, startsOn, endsOn, members, quorum } = head;
  const [sums, decided, leaning] = await Promise.all([
    readTotals(viewer, head, filter),
    readDecided(viewer, head, filter, shown.decided),
    leavesOutLeaning(filter) ? [] : readLeaning(viewer, head, filter, shown.leaning),
  ]);
  return { conference: { slug, name, startsOn, endsOn }, members, quorum, decided, leaning, shown, ...sums };
}

/** What is decided, in the lead's order; of what was put at one place at once the order is any, and stays. */
async function readDecided(
  viewer: TeamViewer,
  { id }: ShortlistHead,
  filter: ShortlistFilter,
  limit: number,
): Promise<DecidedRow[]> {
  const rows = await db().$queryRaw<FoundDecided[]>`
    SELECT announcement.id, announcement.slug, announcement.title, announcement.service_names AS services,
      decision.place, tally.lean, ${DECISION_COLUMN}
    FROM decision
    JOIN announcement ON announcement.id = decision.announcement_id
    LEFT JOIN ${seenTally(viewer)} AS tally ON tally.announcement_id = announcement.id
    WHERE decision.team_id = ${viewer.teamId}::uuid AND decision.choice = 'adopt'
      AND announcement.conference_id = ${id}::uuid AND ${matching(filter)}
    ORDER BY decision.place, decision.announcement_id
    LIMIT ${limit}`;
  return rows.map(decidedRow);
}

/** What leans, best supported first; few marks prove little (lib/voting/support.ts). */
async function readLeaning(
  viewer: TeamViewer,
  { id, quorum }: ShortlistHead,
  filter: ShortlistFilter,
  limit: number,
): Promise<LeaningRow[]> {
  const rows = await db().$queryRaw<FoundLeaning[]>`
    SELECT announcement.id, announcement.slug, announcement.title, announcement.service_names AS services,
      tally.support, tally.adopt, tally.investigate, tally.ignore, coalesce(said.notes, '[]') AS notes
    FROM (
      SELECT tally.* FROM ${openTallies(viewer)} AS tally
      JOIN announcement ON announcement.id = tally.announcement_id
      WHERE tally.conference_id = ${id}::uuid AND ${isLeaning(viewer, quorum)} AND ${matching(filter)}
      ORDER BY tally.support DESC, announcement.title, announcement.id
      LIMIT ${limit}
    ) AS tally
    JOIN announcement ON announcement.id = tally.announcement_id
    ${saidNotes(viewer, SHOWN_NOTES)}
    ORDER BY tally.support DESC, announcement.title, announcement.id`;
  return rows.map(({ adopt, investigate, ignore, ...row }) => ({
    ...row,
    marks: adopt + investigate + ignore,
    tally: { adopt, investigate, ignore },
  }));
}

function decidedRow({ decision, lean, ...row }: FoundDecided): DecidedRow {
  const { reason, owner, target, effort, effortDays, delivery, deliveryOn, at } = decision;
  const against = overruled("adopt", lean);
  return { ...row, reason, owner, target, effort, effortDays, delivery, deliveryOn, at, against };
}

type Found = { id: string; slug: string; title: string; services: string[] };
type FoundDecided = Found & { place: number; lean: Lean | null; decision: Decision };
type FoundLeaning = Found & Tally & { support: number; notes: ShortlistNote[] };
