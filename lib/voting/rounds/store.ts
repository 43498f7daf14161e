import "server-only";

import type { Tx } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";

import type { Ground } from "./ground";
import type { Terms } from "./terms";

/** The round as it is after a change. */
export type Stored = { id: string; version: number };

/** Stores the first round of a team for a conference; null when there is one, also one made at this moment. */
export async function insertRound(
  tx: Tx,
  { teamId, personId }: TeamViewer,
  { conference }: Ground,
  { closesAt, timeZone, quorum, isBlind }: Terms,
): Promise<Stored | null> {
  const [stored] = await tx.$queryRaw<Stored[]>`
    INSERT INTO round (team_id, conference_id, opened_by_id, closes_at, time_zone, quorum, is_blind)
    VALUES (${teamId}::uuid, ${conference.id}::uuid, ${personId}::uuid, ${closesAt}::timestamptz, ${timeZone},
      ${quorum}::int, ${isBlind}::boolean)
    ON CONFLICT (team_id, conference_id) DO NOTHING
    RETURNING id, version`;
  return stored ?? null;
}

/**
 * Gives a round new terms and opens it when it is closed; null when it is not in the state that is expected, in version or
 * in being open, or has these terms already.
 */
export async function updateRound(
  tx: Tx,
  { id, was, isOpen }: { id: string; was: number; isOpen: boolean },
  { closesAt, timeZone, quorum, isBlind }: Terms,
): Promise<Stored | null> {
  const [stored] = await tx.$queryRaw<Stored[]>`
    UPDATE round SET closed_at = NULL, closes_at = wanted.closes_at, time_zone = wanted.time_zone, quorum = wanted.quorum,
      is_blind = wanted.is_blind, version = version + 1,
      timed_at = CASE WHEN round.closes_at = wanted.closes_at THEN timed_at ELSE now() END
    FROM (VALUES (${closesAt}::timestamptz, ${timeZone}, ${quorum}::int, ${isBlind}::boolean))
      AS wanted(closes_at, time_zone, quorum, is_blind)
    WHERE id = ${id}::uuid AND version = ${was}::int AND (closed_at IS NULL AND round.closes_at > now()) = ${isOpen}::boolean
      AND (closed_at IS NOT NULL OR (round.closes_at, round.time_zone, round.quorum, round.is_blind)
        <> (wanted.closes_at, wanted.time_zone, wanted.quorum, wanted.is_blind))
    RETURNING id, version`;
  return stored ?? null;
}

/** Closes an open round that is still in the version the form showed, with when that was; null when it is not. */
export async function stopRound(tx: Tx, id: string, was: number): Promise<(Stored & { closedAt: Date }) | null> {
  const [stored] = await tx.$queryRaw<(Stored & { closedAt: Date })[]>`
    UPDATE round SET closed_at = now(), version = version + 1
    WHERE id = ${id}::uuid AND version = ${was}::int AND closed_at IS NULL AND closes_at > now()
    RETURNING id, version, closed_at AS "closedAt"`;
  return stored ?? null;
}
