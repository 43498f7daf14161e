import "server-only";

import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

import type { Came, TransferOutcome } from "./outcome";
import type { Singles } from "./read";
import { staged } from "./stage";

type Into = { teamId: string; conferenceId: string };

/**
 * Brings decisions and their history in. Of two decisions the one that was settled later stands, and what was reopened here
 * since stays open.
 */
export async function writeDecisions(tx: Tx, { teamId }: Into): Promise<{ decisions: Came; events: number }> {
  const [decisions = { added: 0, changed: 0, kept: 0 }] = await tx.$queryRaw<Came[]>`
    WITH came AS (
      SELECT DISTINCT ON (announcement.here) announcement.here AS announcement_id, ${SETTLED}, given.place
      FROM ${staged("decisions")} AS given ${NAMED}
      ORDER BY announcement.here, given.at DESC, given.position
    ), written AS (
      INSERT INTO decision (team_id, announcement_id, choice, reason, decided_by_id, decided_at, owner_id, target_on,
        target_is_quarter, effort, effort_days, reopen_when, reopen_on, delivery, delivery_on, place)
      SELECT ${teamId}::uuid, * FROM came
      WHERE NOT EXISTS (
        SELECT FROM decision_event AS reopened
        WHERE reopened.team_id = ${teamId}::uuid AND reopened.announcement_id = came.announcement_id
          AND reopened.kind = 'reopened' AND reopened.at > came.at
      )
      ORDER BY announcement_id
      ON CONFLICT (team_id, announcement_id) DO UPDATE SET
        choice = excluded.choice, reason = excluded.reason, decided_by_id = excluded.decided_by_id,
        decided_at = excluded.decided_at, owner_id = excluded.owner_id, target_on = excluded.target_on,
        target_is_quarter = excluded.target_is_quarter, effort = excluded.effort, effort_days = excluded.effort_days,
        reopen_when = excluded.reopen_when, reopen_on = excluded.reopen_on, delivery = excluded.delivery,
        delivery_on = excluded.delivery_on, place = excluded.place
      WHERE excluded.decided_at > decision.decided_at
      RETURNING xmax = 0 AS is_new
    ), counted AS (
      SELECT count(*) FILTER (WHERE is_new)::int AS added, count(*) FILTER (WHERE NOT is_new)::int AS changed FROM written
    )
    SELECT added, changed, (SELECT count(*) FROM ${staged("decisions")})::int - added - changed AS kept FROM counted`;
  return { decisions, events: await writeDecisionEvents(tx, teamId) };
}

/** Lines of history that are not here yet: as many of each kind as the file has more. */
async function writeDecisionEvents(tx: Tx, teamId: string): Promise<number> {
  return tx.$executeRaw`
    WITH came AS (
      SELECT given.kind, announcement.here AS announcement_id, ${SETTLED}, given.position
      FROM ${staged("decisionEvents")} AS given ${NAMED}
    ), numbered AS (
      SELECT *, row_number() OVER (PARTITION BY announcement_id, kind, at, by_id, choice, reason, delivery ORDER BY position) AS nth
      FROM came
    ), stood AS (
      SELECT announcement_id, kind, at, actor_id, choice, reason, delivery,
        row_number() OVER (PARTITION BY announcement_id, kind, at, actor_id, choice, reason, delivery) AS nth
      FROM decision_event WHERE team_id = ${teamId}::uuid AND announcement_id IN (SELECT announcement_id FROM came)
    )
    INSERT INTO decision_event (team_id, kind, announcement_id, choice, reason, actor_id, at, owner_id, target_on,
      target_is_quarter, effort, effort_days, reopen_when, reopen_on, delivery, delivery_on)
    SELECT ${teamId}::uuid, kind, announcement_id, choice, reason, by_id, at, owner_id, target_on, target_is_quarter, effort,
      effort_days, reopen_when, reopen_on, delivery, delivery_on
    FROM numbered
    WHERE NOT EXISTS (
      SELECT FROM stood
      WHERE (stood.announcement_id, stood.kind, stood.at, stood.actor_id, stood.choice, stood.reason, stood.delivery, stood.nth)
        = (numbered.announcement_id, numbered.kind, numbered.at, numbered.by_id, numbered.choice, numbered.reason,
          numbered.delivery, numbered.nth)
    )
    ORDER BY position`;
}

const NAMED = Prisma.sql`JOIN ${staged("announcements")} AS announcement ON announcement.id = given.announcement
  JOIN ${staged("people")} AS decider ON decider.id = given.by
  LEFT JOIN ${staged("people")} AS owner ON owner.id = given.owner`;

/** In the order of the columns that they are written to. */
const SETTLED = Prisma.sql`given.choice, given.reason, decider.here AS by_id, given.at, owner.here AS owner_id,
  (given.target->>'on')::date AS target_on, coalesce((given.target->>'isQuarter')::boolean, false) AS target_is_quarter,
  given.effort, given."effortDays" AS effort_days, given."reopenWhen" AS reopen_when, given."reopenOn" AS reopen_on,
  given.delivery, given."deliveryOn" AS delivery_on`;

/**
 * Brings a round in as one that is over, where the team has none: bringing a file in opens nothing and hides nothing. One
 * that was open when the file was written ended then.
 */
export async function writeRound(
  tx: Tx,
  { teamId, conferenceId }: Into,
  { round, about }: Pick<Singles, "round" | "about">,
): Promise<TransferOutcome["round"]> {
  if (!round) return "none";
  const written = await tx.$executeRaw`
    INSERT INTO round (team_id, conference_id, opened_by_id, opened_at, timed_at, closes_at, time_zone, quorum, is_blind,
      closed_at)
    SELECT ${teamId}::uuid, ${conferenceId}::uuid, here, ${round.openedAt}::timestamptz, ${round.openedAt}::timestamptz,
      ${round.closesAt}::timestamptz, ${round.timeZone}, ${round.quorum}, ${round.isBlind},
      ${round.closedAt ?? about.at}::timestamptz
    FROM ${staged("people")} WHERE id = ${round.openedBy}::uuid
    ON CONFLICT (team_id, conference_id) DO NOTHING`;
  return written > 0 ? "brought" : "kept";
}

/** Brings in how the team folds categories into quadrants, where it has no way of its own. */
export async function writeRadar(tx: Tx, { teamId }: Into, radar: Singles["radar"]): Promise<void> {
  if (!radar) return;
  await tx.$executeRaw`
    INSERT INTO radar_setting (team_id, names, quadrants)
    VALUES (${teamId}::uuid, ${radar.names}, ${JSON.stringify(radar.quadrants)}::jsonb)
    ON CONFLICT (team_id) DO NOTHING`;
}
