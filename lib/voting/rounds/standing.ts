import "server-only";

import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { refuse, type Result } from "@/lib/errors/problem";
import type { TeamViewer } from "@/lib/identity/types";

import type { Round } from "../round-types";
import { tooLateSentence } from "./sentences";

/** The condition that the round of `membership`'s team for `announcement`'s conference is not closed; true without one. */
export const ROUND_NOT_CLOSED = Prisma.sql`NOT EXISTS (
  SELECT FROM round
  WHERE round.team_id = membership.team_id AND round.conference_id = announcement.conference_id
    AND (round.closed_at IS NOT NULL OR round.closes_at <= now()))`;

/** What a row selects of `round`, joined as such, to be read by `roundOf`. */
export const ROUND_COLUMNS = Prisma.sql`round.id AS "roundId", round.closes_at AS "closesAt", round.closed_at AS "closedAt",
  round.time_zone AS "timeZone", round.quorum, round.is_blind AS "isBlind",
  round.closed_at IS NULL AND round.closes_at > now() AS "isOpen"`;

export type RoundColumns =
  | { roundId: null }
  | {
      roundId: string;
      closesAt: Date;
      closedAt: Date | null;
      timeZone: string;
      quorum: number;
      isBlind: boolean;
      isOpen: boolean;
    };

/** The round in a row, or null when the team has none. */
export function roundOf(row: RoundColumns): Round | null {
  if (row.roundId === null) return null;
  const { roundId, closesAt, closedAt, timeZone, quorum, isBlind, isOpen } = row;
  const closed = closedAt && closedAt < closesAt ? closedAt : closesAt;
  return {
    id: roundId,
    state: isOpen ? "open" : "closed",
    closesAt: closesAt.toISOString(),
    closedAt: isOpen ? null : closed.toISOString(),
    timeZone,
    quorum,
    isBlind,
  };
}

/** Why a mark on the announcement cannot change: the round is closed, since when; null when it is not. */
export async function refusalWhenClosed(viewer: TeamViewer, announcementId: string): Promise<Result<never> | null> {
  const [row] = await db().$queryRaw<RoundColumns[]>`
    SELECT ${ROUND_COLUMNS} FROM round JOIN announcement ON announcement.conference_id = round.conference_id
    WHERE round.team_id = ${viewer.teamId}::uuid AND announcement.id = ${announcementId}::uuid`;
  const round = row ? roundOf(row) : null;
  if (!round?.closedAt) return null;
  return refuse("conflict", tooLateSentence(round.closedAt, round.timeZone), { closedAt: round.closedAt });
}
