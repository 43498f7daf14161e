import "server-only";

import { Prisma } from "@/lib/db/generated/client";
import type { Snapshot } from "@/lib/db/snapshot";

import type { TransferPiece } from "./pieces";
import { json, list, moment, type Part } from "./sql";

/** What was settled, in the lead's order, and its history. */
export async function* readDecisions(
  snapshot: Snapshot,
  { reader, conferenceId }: Part,
): AsyncGenerator<TransferPiece> {
  yield* list(
    snapshot,
    "decisions",
    Prisma.sql`
      SELECT ${json`
        'announcement', announcement_id, 'choice', choice, 'reason', reason, 'by', decided_by_id,
        'at', ${moment("decided_at")}, ${CARRIED_OUT}, 'place', place`} AS element
      FROM decision JOIN announcement ON announcement.id = announcement_id
      WHERE decision.team_id = ${reader.teamId}::uuid AND announcement.conference_id = ${conferenceId}::uuid
      ORDER BY place, announcement_id`,
  );
  yield* list(
    snapshot,
    "decisionEvents",
    Prisma.sql`
      SELECT ${json`
        'announcement', announcement_id, 'kind', kind, 'choice', choice, 'reason', reason, 'by', actor_id,
        'at', ${moment("at")}, ${CARRIED_OUT}`} AS element
      FROM decision_event JOIN announcement ON announcement.id = announcement_id
      WHERE decision_event.team_id = ${reader.teamId}::uuid AND announcement.conference_id = ${conferenceId}::uuid
      ORDER BY announcement_id, at, decision_event.id`,
  );
}

const CARRIED_OUT = Prisma.sql`
  'owner', owner_id,
  'target', CASE WHEN target_on IS NOT NULL THEN json_build_object('on', target_on, 'isQuarter', target_is_quarter) END,
  'effort', effort, 'effortDays', effort_days, 'reopenWhen', reopen_when, 'reopenOn', reopen_on,
  'delivery', delivery, 'deliveryOn', delivery_on`;
