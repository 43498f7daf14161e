import "server-only";

import { Prisma } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";

import type { Choice, Tally } from "./types";

/*
 * What a viewer may know of what others marked. While a blind round is open that is nothing on an announcement they have
 * not marked themselves, whoever they are: only how many have marked. Reads take these in place of the tables, in FROM or
 * JOIN; the database draws the line, so that no read can forget it (docs/decisions/0014).
 */

/** As much of a viewer as decides what they see: a share link sees as nobody does who has marked nothing. */
export type Sight = Pick<TeamViewer, "teamId" | "personId">;

/**
 * The tallies of the viewer's team, as `seen_tally` of the database: every column of the table and `marks`, how many have
 * marked. Where `is_hidden`, counts by choice, lean, support and disagreement are null.
 */
export function seenTally(viewer: Sight): Prisma.Sql {
  return Prisma.sql`seen_tally(${viewer.teamId}::uuid, ${viewer.personId}::uuid)`;
}

/**
 * The tallies of the viewer's team that are not hidden from them at all: rows of the table `tally`. For filters and orders,
 * which can use the table's indexes.
 */
export function openTallies(viewer: Sight): Prisma.Sql {
  return Prisma.sql`open_tally(${viewer.teamId}::uuid, ${viewer.personId}::uuid)`;
}

/** The marks and notes of the viewer's team that they may see: rows of the table `vote`. */
export function seenVotes(viewer: Sight): Prisma.Sql {
  return Prisma.sql`seen_vote(${viewer.teamId}::uuid, ${viewer.personId}::uuid)`;
}

/** The history of marks in the viewer's team that they may see: rows of the table `vote_event`. */
export function seenVoteEvents(viewer: Sight): Prisma.Sql {
  return Prisma.sql`seen_vote_event(${viewer.teamId}::uuid, ${viewer.personId}::uuid)`;
}

/** What a row selects of a seen tally joined as `tally`, to be read by `tallyOf`. */
export const TALLY_COLUMNS = Prisma.sql`coalesce(tally.is_hidden, false) AS "isHidden", coalesce(tally.marks, 0) AS marks,
  coalesce(tally.adopt, 0) AS adopt, coalesce(tally.investigate, 0) AS investigate, coalesce(tally.ignore, 0) AS ignore`;

export type TallyColumns = { isHidden: boolean; marks: number } & Record<Choice, number>;

/** How many have marked, and of which choice; null where that is hidden. */
export function tallyOf({ isHidden, marks, adopt, investigate, ignore }: TallyColumns): {
  marks: number;
  tally: Tally | null;
} {
  return { marks, tally: isHidden ? null : { adopt, investigate, ignore } };
}
