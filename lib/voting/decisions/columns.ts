import "server-only";

import { Prisma } from "@/lib/db/generated/client";

import type { Decision, DecisionEvent } from "./decision";

/**
 * The column `decision` of a read that joins the table as `decision`: all of it as one JSON value, null where nothing is
 * settled. Read it as `DecisionColumn`; it needs no parsing, because the database builds exactly that shape.
 */
export const DECISION_COLUMN = Prisma.sql`CASE WHEN decision.announcement_id IS NOT NULL THEN jsonb_build_object(
    'choice', decision.choice, 'reason', decision.reason,
    'by', (SELECT jsonb_build_object('personId', by_whom.id, 'name', by_whom.name)
           FROM person AS by_whom WHERE by_whom.id = decision.decided_by_id),
    'at', ${isoMoment("decision.decided_at")},
    'owner', (SELECT jsonb_build_object('personId', owner.id, 'name', owner.name)
              FROM person AS owner WHERE owner.id = decision.owner_id),
    ${carriedOut("decision")}
  ) END AS decision`;

export type DecisionColumn = { decision: Decision | null };

/** The column `event` of a read from the table `decision_event`: one line of a decision's history as JSON. */
export const DECISION_EVENT_COLUMN = Prisma.sql`jsonb_build_object(
    'kind', decision_event.kind, 'choice', decision_event.choice, 'reason', decision_event.reason,
    'by', (SELECT jsonb_build_object('personId', by_whom.id, 'name', by_whom.name)
           FROM person AS by_whom WHERE by_whom.id = decision_event.actor_id),
    'at', ${isoMoment("decision_event.at")},
    'owner', (SELECT jsonb_build_object('personId', owner.id, 'name', owner.name)
              FROM person AS owner WHERE owner.id = decision_event.owner_id),
    ${carriedOut("decision_event")}
  ) AS event`;

export type DecisionEventColumn = { event: DecisionEvent };

/** The members that a decision and a line of its history have in common. */
function carriedOut(table: "decision" | "decision_event"): Prisma.Sql {
  return Prisma.raw(`'target', CASE WHEN ${table}.target_on IS NOT NULL THEN
      jsonb_build_object('on', ${table}.target_on, 'isQuarter', ${table}.target_is_quarter) END,
    'effort', ${table}.effort, 'effortDays', ${table}.effort_days,
    'reopenWhen', ${table}.reopen_when, 'reopenOn', ${table}.reopen_on,
    'delivery', ${table}.delivery, 'deliveryOn', ${table}.delivery_on`);
}

/** A moment as `Date.toISOString` writes it. */
function isoMoment(column: "decision.decided_at" | "decision_event.at"): Prisma.Sql {
  return Prisma.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
}
