import "server-only";

import { db } from "@/lib/db/client";
import type { Delivery } from "@/lib/voting/decisions/decision";
import type { Choice, Lean, Mine } from "@/lib/voting/types";

import type { Changes } from "./changes";
import type { LiveEvent, Standing } from "./types";

/** Nobody in particular: has marked nothing, and so sees what everybody may see. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

type Placed = Standing & { conference: string; isHidden: boolean };

/** Where a team stands on what changed: as everybody may see it, as those may who marked, and each one's own mark. */
export type Standings = {
  forAll: Placed[];
  /** Where marks are hidden: by person, the announcements on which they are not hidden from them. */
  forThose: Map<string, Map<string, Placed>>;
  /** By person, their own marks that may have changed. */
  mine: Map<string, Map<string, Mine | null>>;
};

/**
 * Reads where a team stands on what changed, for these people, in two statements however many they are. What is hidden is
 * decided by the database, for each of them.
 */
export async function readStandings(teamId: string, changes: Changes, people: readonly string[]): Promise<Standings> {
  const [rows, own] = await Promise.all([
    readSeen(teamId, [...changes.keys()], people),
    readOwn(teamId, changes, people),
  ]);
  const forAll: Placed[] = [];
  const forThose: Standings["forThose"] = new Map();
  for (const row of rows) {
    if (row.personId) inner(forThose, row.personId).set(row.announcementId, placed(row));
    else forAll.push(placed(row));
  }
  const mine: Standings["mine"] = new Map();
  for (const { personId, announcementId, choice, note } of own) {
    inner(mine, personId).set(announcementId, choice && { choice, note: note ?? "" });
  }
  return { forAll, forThose, mine };
}

/**
 * What somebody is told of it, by conference. Of an announcement whose marks are hidden from them they hear only when more
 * than a choice or a note changed, so that not even that somebody thought again shows.
 */
export function standingsFor(personId: string, { forAll, forThose, mine }: Standings, changes: Changes): LiveEvent[] {
  const byConference = new Map<string, Standing[]>();
  for (const seenByAll of forAll) {
    const id = seenByAll.announcementId;
    const { conference, isHidden, ...standing } = forThose.get(personId)?.get(id) ?? seenByAll;
    if (isHidden && !changes.get(id)?.counted) continue;
    const own = mine.get(personId)?.get(id);
    const standings = byConference.get(conference) ?? [];
    byConference.set(conference, [...standings, own === undefined ? standing : { ...standing, mine: own }]);
  }
  return [...byConference].map(([conference, standings]) => ({ kind: "standings", conference, standings }));
}

/** Whether everybody is told the same, but for their own marks. */
export function isSameForAll({ forAll }: Standings): boolean {
  return !forAll.some(({ isHidden }) => isHidden);
}

function readSeen(teamId: string, ids: readonly string[], people: readonly string[]): Promise<SeenRow[]> {
  return db().$queryRaw<SeenRow[]>`
    WITH seen AS MATERIALIZED (
      SELECT tally.*, conference.slug, decision.choice::text AS decision, decision.place,
        decision.delivery::text AS delivery
      FROM seen_tally(${teamId}::uuid, ${NOBODY}::uuid) AS tally
      JOIN conference ON conference.id = tally.conference_id
      LEFT JOIN decision ON decision.team_id = ${teamId}::uuid AND decision.announcement_id = tally.announcement_id
      WHERE tally.announcement_id = ANY(${ids}::uuid[])
    )
    SELECT NULL::uuid AS "personId", announcement_id AS "announcementId", slug AS conference, is_hidden AS "isHidden",
      marks, adopt, investigate, ignore, lean, comments, decision, place, delivery
    FROM seen
    UNION ALL
    SELECT viewer.person_id, own.announcement_id, seen.slug, own.is_hidden,
      own.marks, own.adopt, own.investigate, own.ignore, own.lean, own.comments, seen.decision, seen.place, seen.delivery
    FROM seen CROSS JOIN unnest(${people}::uuid[]) AS viewer(person_id)
    CROSS JOIN LATERAL (
      SELECT * FROM seen_tally(${teamId}::uuid, viewer.person_id) AS tally
      WHERE tally.announcement_id = seen.announcement_id
    ) AS own
    WHERE seen.is_hidden AND NOT own.is_hidden`;
}

/** Each person's own marks, and nobody else's: a row goes to the pages of the person it names. */
async function readOwn(teamId: string, changes: Changes, people: readonly string[]): Promise<OwnRow[]> {
  const pairs = [...changes].flatMap(([id, change]) =>
    people.filter((person) => change.people?.has(person) ?? true).map((person) => ({ id, person })),
  );
  if (pairs.length === 0) return [];
  return db().$queryRaw<OwnRow[]>`
    SELECT own.person_id AS "personId", own.announcement_id AS "announcementId", vote.choice::text AS choice, vote.note
    FROM unnest(${pairs.map(({ person }) => person)}::uuid[], ${pairs.map(({ id }) => id)}::uuid[])
      AS own(person_id, announcement_id)
    LEFT JOIN vote ON vote.team_id = ${teamId}::uuid AND vote.announcement_id = own.announcement_id
      AND vote.person_id = own.person_id`;
}

function placed(row: SeenRow): Placed {
  const { announcementId, conference, isHidden, marks, adopt, investigate, ignore, lean, comments, decision } = row;
  const tally = isHidden ? null : { adopt: adopt ?? 0, investigate: investigate ?? 0, ignore: ignore ?? 0 };
  const carried = row.place === null || row.delivery === null ? null : { place: row.place, delivery: row.delivery };
  return { conference, isHidden, announcementId, marks, tally, lean, comments, decision, carried };
}

function inner<T>(outer: Map<string, Map<string, T>>, key: string): Map<string, T> {
  const found = outer.get(key) ?? new Map<string, T>();
  outer.set(key, found);
  return found;
}

type SeenRow = {
  personId: string | null;
  announcementId: string;
  conference: string;
  isHidden: boolean;
  marks: number;
  lean: Lean | null;
  comments: number;
  decision: Choice | null;
  place: number | null;
  delivery: Delivery | null;
} & Record<Choice, number | null>;

type OwnRow = { personId: string; announcementId: string; choice: Choice | null; note: string | null };
