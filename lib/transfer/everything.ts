import "server-only";

import { Prisma } from "@/lib/db/generated/client";
import { inSnapshot, type Snapshot } from "@/lib/db/snapshot";
import type { TeamViewer } from "@/lib/identity/types";
import { seenTally } from "@/lib/voting/sight";

import { readCatalogue, readPeople } from "./everything-catalogue";
import { readDecisions } from "./everything-decisions";
import { readMarks } from "./everything-marks";
import type { TransferPiece } from "./pieces";
import type { SingleName } from "./schema/file";
import { json, moment, type Part } from "./sql";

/** Whose eyes the file is written with, and in which installation. */
export type TransferReader = Pick<TeamViewer, "teamId" | "teamSlug" | "teamName" | "personId">;

/**
 * Everything of a team and a conference as the reader may see it, piece by piece, all of one moment: a blind round's hidden
 * marks are left out, and counted.
 */
export function readEverything(
  reader: TransferReader,
  { conferenceId, address }: { conferenceId: string; address: string },
): AsyncGenerator<TransferPiece> {
  return inSnapshot((snapshot) => pieces(snapshot, { reader, conferenceId }, address));
}

async function* pieces(snapshot: Snapshot, part: Part, address: string): AsyncGenerator<TransferPiece> {
  yield* single(snapshot, "about", aboutOf(part, address));
  yield* single(snapshot, "conference", conferenceOf(part));
  yield* single(snapshot, "round", roundOf(part));
  yield* single(snapshot, "radar", radarOf(part));
  yield* readPeople(snapshot, part);
  yield* readCatalogue(snapshot, part);
  yield* readMarks(snapshot, part);
  yield* readDecisions(snapshot, part);
  yield { list: "estimates", elements: [] };
}

async function* single(snapshot: Snapshot, name: SingleName, value: Prisma.Sql): AsyncGenerator<TransferPiece> {
  for await (const rows of snapshot.batches<{ element: string | null }>(Prisma.sql`SELECT ${value} AS element`)) {
    yield { single: name, json: rows[0]?.element ?? "null" };
  }
}

function aboutOf({ reader, conferenceId }: Part, address: string): Prisma.Sql {
  const { teamSlug, teamName } = reader;
  return json`
    'team', json_build_object('slug', ${teamSlug}::text, 'name', ${teamName}::text),
    'conference', (SELECT json_build_object('slug', slug, 'name', name) FROM conference WHERE id = ${conferenceId}::uuid),
    'at', ${moment("now()")}, 'filter', NULL,
    'hiddenMarks', (
      SELECT coalesce(sum(tally.marks), 0)::int FROM ${seenTally(reader)} AS tally
      WHERE tally.conference_id = ${conferenceId}::uuid AND tally.is_hidden
    ),
    'address', ${address}::text`;
}

function conferenceOf({ conferenceId }: Part): Prisma.Sql {
  return Prisma.sql`(SELECT ${json`'slug', slug, 'name', name, 'startsOn', starts_on, 'endsOn', ends_on`}
    FROM conference WHERE id = ${conferenceId}::uuid)`;
}

/** A round whose time is over is closed, whether or not people were told yet. */
function roundOf({ reader, conferenceId }: Part): Prisma.Sql {
  return Prisma.sql`(SELECT ${json`
      'openedBy', opened_by_id, 'openedAt', ${moment("opened_at")}, 'closesAt', ${moment("closes_at")},
      'timeZone', time_zone, 'quorum', quorum, 'isBlind', is_blind,
      'closedAt', ${moment("coalesce(closed_at, CASE WHEN closes_at <= now() THEN closes_at END)")}`}
    FROM round WHERE team_id = ${reader.teamId}::uuid AND conference_id = ${conferenceId}::uuid)`;
}

function radarOf({ reader }: Part): Prisma.Sql {
  return Prisma.sql`(SELECT ${json`'names', names, 'quadrants', quadrants`}
    FROM radar_setting WHERE team_id = ${reader.teamId}::uuid)`;
}
