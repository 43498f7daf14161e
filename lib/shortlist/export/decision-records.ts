import "server-only";

import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { DECISION_COLUMN, DECISION_EVENT_COLUMN, type DecisionColumn } from "@/lib/voting/decisions/columns";
import type { DecisionEvent } from "@/lib/voting/decisions/decision";
import { seenTally, seenVotes, TALLY_COLUMNS, tallyOf, type TallyColumns } from "@/lib/voting/sight";
import type { Lean } from "@/lib/voting/types";

import type { ShortlistFilter } from "../filter";
import {
  addressOf,
  matching,
  saidNotes,
  SHOWN_COLUMNS,
  type ShortlistHead,
  type ShortlistReader,
  type ShownColumns,
} from "../rows";
import type { ShortlistNote } from "../types";

import { inBatches } from "./batches";
import type { DecisionRecord } from "./types";

type Wanted = {
  head: ShortlistHead;
  filter: ShortlistFilter;
  /** Only what the latest so many lines of history are about; null for all. */
  latest: number | null;
};

/** What a lead of the team ever settled of a conference, in the order in which it first was. */
export async function* readDecisionRecords(
  reader: ShortlistReader,
  { head, filter, latest }: Wanted,
): AsyncGenerator<DecisionRecord> {
  const entries = await db().$queryRaw<{ id: string }[]>`
    SELECT announcement.id
    FROM announcement
    JOIN LATERAL (
      SELECT min(decision_event.at) AS first FROM decision_event
      WHERE decision_event.team_id = ${reader.teamId}::uuid AND decision_event.announcement_id = announcement.id
    ) AS settled ON settled.first IS NOT NULL
    LEFT JOIN decision ON decision.team_id = ${reader.teamId}::uuid AND decision.announcement_id = announcement.id
    WHERE announcement.conference_id = ${head.id}::uuid AND ${matching(filter)}
      AND ${latest === null ? Prisma.sql`true` : isAmongLatest(reader, { head, latest })}
    ORDER BY settled.first, announcement.id`;
  yield* inBatches(entries, (some) => readRecords(reader, some));
}

/** A feed is asked for every few minutes, and tells of a few of many. */
function isAmongLatest(reader: ShortlistReader, { head, latest }: { head: ShortlistHead; latest: number }): Prisma.Sql {
  return Prisma.sql`announcement.id IN (
    SELECT recent.announcement_id FROM (
      SELECT decision_event.announcement_id
      FROM decision_event JOIN announcement AS about ON about.id = decision_event.announcement_id
      WHERE decision_event.team_id = ${reader.teamId}::uuid AND about.conference_id = ${head.id}::uuid
      ORDER BY decision_event.at DESC, decision_event.id DESC LIMIT ${latest}
    ) AS recent
  )`;
}

async function readRecords(reader: ShortlistReader, entries: readonly { id: string }[]): Promise<DecisionRecord[]> {
  const found = await db().$queryRaw<FoundRow[]>`
    SELECT announcement.id, announcement.summary, ${SHOWN_COLUMNS}, tally.lean, ${TALLY_COLUMNS}, ${DECISION_COLUMN},
      coalesce(said.notes, '[]') AS notes, past.history, people.voters, people.commenters, people.others
    FROM announcement
    LEFT JOIN ${seenTally(reader)} AS tally ON tally.announcement_id = announcement.id
    LEFT JOIN decision ON decision.team_id = ${reader.teamId}::uuid AND decision.announcement_id = announcement.id
    ${saidNotes(reader, null)}
    CROSS JOIN LATERAL (
      SELECT coalesce(jsonb_agg(line.event ORDER BY line.at, line.id), '[]') AS history FROM (
        SELECT decision_event.at, decision_event.id, ${DECISION_EVENT_COLUMN} FROM decision_event
        WHERE decision_event.team_id = ${reader.teamId}::uuid AND decision_event.announcement_id = announcement.id
      ) AS line
    ) AS past
    CROSS JOIN LATERAL (
      WITH marked AS (
        SELECT vote.person_id FROM ${seenVotes(reader)} AS vote WHERE vote.announcement_id = announcement.id
      ), wrote AS (
        SELECT DISTINCT comment.author_id AS person_id FROM comment
        WHERE comment.team_id = ${reader.teamId}::uuid AND comment.announcement_id = announcement.id
          AND comment.deleted_at IS NULL
      ), standing AS (
        SELECT person.name, person.id IN (SELECT person_id FROM marked) AS has_marked,
          person.id IN (SELECT person_id FROM wrote) AS has_written
        FROM person WHERE person.id IN (
          SELECT person_id FROM marked UNION SELECT person_id FROM wrote
          UNION SELECT person_id FROM membership WHERE membership.team_id = ${reader.teamId}::uuid
        )
      )
      SELECT coalesce(array_agg(name ORDER BY name) FILTER (WHERE has_marked), '{}') AS voters,
        coalesce(array_agg(name ORDER BY name) FILTER (WHERE has_written), '{}') AS commenters,
        coalesce(array_agg(name ORDER BY name) FILTER (WHERE NOT has_marked AND NOT has_written), '{}') AS others
      FROM standing
    ) AS people
    WHERE announcement.id = ANY(${entries.map(({ id }) => id)}::uuid[])`;
  const byId = new Map(found.map((row) => [row.id, row]));
  return entries.flatMap(({ id }) => {
    const row = byId.get(id);
    if (!row) return [];
    const { isHidden, marks, adopt, investigate, ignore, ...shown } = row;
    const tally = tallyOf({ isHidden, marks, adopt, investigate, ignore });
    return [{ ...shown, ...tally, address: addressOf(reader, row.slug) }];
  });
}

type FoundRow = {
  id: string;
  summary: string;
  lean: Lean | null;
  notes: ShortlistNote[];
  history: DecisionEvent[];
  voters: string[];
  commenters: string[];
  others: string[];
} & ShownColumns &
  TallyColumns &
  DecisionColumn;
