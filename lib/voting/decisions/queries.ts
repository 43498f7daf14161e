import "server-only";

import { z } from "zod";

import { db } from "@/lib/db/client";
import type { TeamViewer } from "@/lib/identity/types";

import { DECISION_EVENT_COLUMN, type DecisionEventColumn } from "./columns";
import type { Named } from "./decision";
import { withStates, type HistoryLine } from "./history";

/** Nobody decides the same thing more often. */
const LINES = 50;

/**
 * What the viewer's team decided of an announcement so far, newest first, the latest fifty lines: each settled one with
 * whether it stands, was superseded, or was reopened. One statement.
 */
export async function readDecisionHistory(viewer: TeamViewer, announcementId: string): Promise<HistoryLine[]> {
  if (!z.guid().safeParse(announcementId).success) return [];
  const rows = await db().$queryRaw<(DecisionEventColumn & { id: string; stands: boolean })[]>`
    SELECT decision_event.id::text AS id, ${DECISION_EVENT_COLUMN}, decision.decided_at IS NOT NULL AS stands
    FROM decision_event
    LEFT JOIN decision ON decision.team_id = decision_event.team_id
      AND decision.announcement_id = decision_event.announcement_id AND decision.decided_at = decision_event.at
      AND decision_event.kind = 'settled'
    WHERE decision_event.team_id = ${viewer.teamId}::uuid AND decision_event.announcement_id = ${announcementId}::uuid
    ORDER BY decision_event.at DESC, decision_event.id DESC
    LIMIT ${LINES}`;
  return withStates(rows.map(({ id, event, stands }) => ({ id, ...event, stands })));
}

/** Somebody of a team of thousands is found by their own announcements, not in a select. */
const OWNERS = 500;

/** Who can own a decision: the members of the viewer's team by name, told apart by address where they share one. */
export async function listOwners(viewer: TeamViewer): Promise<Named[]> {
  const rows = await db().$queryRaw<(Named & { email: string; isShared: boolean })[]>`
    SELECT person.id AS "personId", person.name, person.email,
      count(*) OVER (PARTITION BY person.name) > 1 AS "isShared"
    FROM membership JOIN person ON person.id = membership.person_id
    WHERE membership.team_id = ${viewer.teamId}::uuid AND person.deactivated_at IS NULL
    ORDER BY person.name, person.id
    LIMIT ${OWNERS}`;
  return rows.map(({ personId, name, email, isShared }) => ({
    personId,
    name: isShared ? `${name} (${email})` : name,
  }));
}
