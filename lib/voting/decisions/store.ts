import "server-only";

import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { TeamViewer } from "@/lib/identity/types";

import type { Choice } from "../types";

import type { Effort, Named, Target } from "./decision";

/** What is settled of one announcement or of many. */
export type Content = {
  choice: Choice;
  reason: string;
  owner: Named | null;
  target: Target | null;
  effort: Effort | null;
  effortDays: number | null;
  reopenWhen: string;
  reopenOn: string | null;
};

/** An announcement that is to be settled, and when the decision was made that the form showed. */
export type Item = { announcementId: string; was: string | null };

/** What makes up what is settled: its place and how far it is carried out are not touched by settling it anew. */
const COLUMNS = [
  ...["choice", "reason", "owner_id", "target_on", "target_is_quarter"],
  ...["effort", "effort_days", "reopen_when", "reopen_on"],
];
const CONTENT = Prisma.raw(COLUMNS.join(", "));

/** What a decision and a line of its history have in common. */
const SHARED_COLUMNS = [...COLUMNS, "delivery", "delivery_on"];
const SHARED = Prisma.raw(SHARED_COLUMNS.join(", "));

/**
 * Settles each of these the same in one statement, with a line of history and an audit event for each, and gives which were
 * stored: not those that stand otherwise than the form showed them, and not those that stand just so already.
 */
export async function storeDecisions(
  tx: Tx,
  viewer: TeamViewer,
  items: readonly Item[],
  content: Content,
): Promise<Set<string>> {
  const { choice, reason, owner, target, effort, effortDays, reopenWhen, reopenOn } = content;
  const stored = await tx.$queryRaw<{ id: string }[]>`
    WITH wanted AS (
      SELECT id, was::timestamptz AS was FROM unnest(
        ${items.map(({ announcementId }) => announcementId)}::uuid[], ${items.map(({ was }) => was)}::text[]
      ) AS wanted(id, was)
    ),
    put AS (
      INSERT INTO decision (team_id, announcement_id, decided_by_id, ${CONTENT})
      SELECT membership.team_id, announcement.id, membership.person_id, ${choice}::choice, ${reason},
        ${owner?.personId ?? null}::uuid, ${target?.on ?? null}::date, ${target?.isQuarter ?? false},
        ${effort}::effort, ${effortDays}::float8, ${reopenWhen}, ${reopenOn}::date
      FROM wanted
      JOIN announcement ON announcement.id = wanted.id
      JOIN membership ON membership.team_id = ${viewer.teamId}::uuid AND membership.person_id = ${viewer.personId}::uuid
      WHERE wanted.was IS NULL OR EXISTS (
        SELECT FROM decision WHERE decision.team_id = membership.team_id AND decision.announcement_id = announcement.id
      )
      ORDER BY announcement.id
      FOR KEY SHARE OF announcement
      ON CONFLICT (team_id, announcement_id) DO UPDATE SET
        (${CONTENT}) = ROW (${columnsOf("excluded")}),
        decided_by_id = excluded.decided_by_id, decided_at = excluded.decided_at
      WHERE decision.decided_at = (SELECT wanted.was FROM wanted WHERE wanted.id = decision.announcement_id)
        AND (${columnsOf("decision")}) IS DISTINCT FROM (${columnsOf("excluded")})
      RETURNING *
    ),
    noted AS (
      INSERT INTO decision_event (team_id, announcement_id, kind, ${SHARED}, actor_id, at)
      SELECT team_id, announcement_id, 'settled', ${SHARED}, decided_by_id, decided_at FROM put
    ),
    audited AS (
      INSERT INTO audit_event (actor_id, team_id, action, subject_type, subject_id, data)
      SELECT decided_by_id, team_id, 'decision.settled', 'announcement', announcement_id::text,
        ${JSON.stringify(content)}::jsonb
      FROM put
    )
    SELECT announcement_id AS id FROM put`;
  return new Set(stored.map(({ id }) => id));
}

/**
 * Takes a decision away that stands as the form showed it, with a line of history that says why and an audit event; gives
 * who owned it, or null when there was none.
 */
export async function takeDecision(
  tx: Tx,
  viewer: TeamViewer,
  { announcementId, was, why }: Item & { why: string },
): Promise<{ ownerId: string | null } | null> {
  const [taken] = await tx.$queryRaw<{ ownerId: string | null }[]>`
    WITH gone AS (
      DELETE FROM decision
      WHERE team_id = ${viewer.teamId}::uuid AND announcement_id = ${announcementId}::uuid
        AND (${was}::timestamptz IS NULL OR decided_at = ${was}::timestamptz)
      RETURNING *
    ),
    audited AS (
      INSERT INTO audit_event (actor_id, team_id, action, subject_type, subject_id, data)
      SELECT ${viewer.personId}::uuid, team_id, 'decision.reopened', 'announcement', announcement_id::text,
        jsonb_build_object('choice', choice, 'reason', reason, 'why', ${why}::text)
      FROM gone
    ),
    noted AS (
      INSERT INTO decision_event (team_id, announcement_id, kind, ${SHARED}, actor_id)
      SELECT team_id, announcement_id, 'reopened', ${sharedWith({ reason: Prisma.sql`${why}` })}, ${viewer.personId}::uuid
      FROM gone
    )
    SELECT owner_id AS "ownerId" FROM gone`;
  return taken ?? null;
}

/** What a decision is carried on to, from what the form showed. */
export type Step = { announcementId: string; was: string; delivery: string; on: string };

/**
 * Carries a decision on that the viewer owns, or any of the team's when `isAnyones`, with a line of history and an audit
 * event; gives whether something changed.
 */
export async function carryOn(
  tx: Tx,
  viewer: TeamViewer,
  { announcementId, was, delivery, on }: Step,
  { isAnyones }: { isAnyones: boolean },
): Promise<boolean> {
  const carried = await tx.$executeRaw`
    WITH carried AS (
      UPDATE decision SET delivery = ${delivery}::delivery, delivery_on = ${on}::date
      WHERE team_id = ${viewer.teamId}::uuid AND announcement_id = ${announcementId}::uuid
        AND choice <> 'ignore' AND (${isAnyones} OR owner_id = ${viewer.personId}::uuid)
        AND delivery = ${was}::delivery
        AND (delivery, delivery_on) IS DISTINCT FROM (${delivery}::delivery, ${on}::date)
      RETURNING *
    ),
    audited AS (
      INSERT INTO audit_event (actor_id, team_id, action, subject_type, subject_id, data)
      SELECT ${viewer.personId}::uuid, team_id, 'decision.delivered', 'announcement', announcement_id::text,
        jsonb_build_object('choice', choice, 'was', ${was}::text, 'delivery', delivery, 'on', delivery_on)
      FROM carried
    )
    INSERT INTO decision_event (team_id, announcement_id, kind, ${SHARED}, actor_id)
    SELECT team_id, announcement_id, 'delivered', ${SHARED}, ${viewer.personId}::uuid FROM carried`;
  return carried > 0;
}

/** The shared columns, one of them something else. */
function sharedWith({ reason }: { reason: Prisma.Sql }): Prisma.Sql {
  return Prisma.join(SHARED_COLUMNS.map((column) => (column === "reason" ? reason : Prisma.raw(column))));
}

function columnsOf(table: "decision" | "excluded"): Prisma.Sql {
  return Prisma.raw(COLUMNS.map((column) => `${table}.${column}`).join(", "));
}
