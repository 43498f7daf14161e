import "server-only";

import type { z } from "zod";

import { followingMerge } from "@/lib/catalogue/merging/standing";
import { db, type Tx } from "@/lib/db/client";
import { parseInput } from "@/lib/errors/parse-input";
import { ok, refuse, refuseNotFound, type Result } from "@/lib/errors/problem";
import { recordAudit } from "@/lib/identity/audit";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { reopenSchema, settleSchema, type ReopenInput, type SettleInput } from "./schema";
import type { Choice } from "../types";

export type Settled = { choice: Choice; reason: string };

/**
 * Settles for the viewer's team what becomes of an announcement, or changes what was settled; marks stay as they are. When
 * somebody settled it since the form was filled (`was`), nothing is stored and the conflict says who decided what.
 */
export async function settleDecision(viewer: TeamViewer, input: SettleInput): Promise<Result<Settled>> {
  const permitted = permit(viewer, "decision.settle");
  if (!permitted.ok) return permitted;
  const parsed = parseInput(settleSchema, input, { announcementId: "announcement" });
  if (!parsed.ok) return parsed;
  return followingMerge(parsed.value.announcementId, (announcementId) =>
    settle(viewer, { ...parsed.value, announcementId }),
  );
}

function settle(viewer: TeamViewer, input: z.output<typeof settleSchema>): Promise<Result<Settled>> {
  const { announcementId, choice, reason, was } = input;
  return db().$transaction(async (tx) => {
    const stored = await tx.$executeRaw`
      INSERT INTO decision (team_id, announcement_id, choice, reason, decided_by_id)
      SELECT membership.team_id, announcement.id, ${choice}::choice, ${reason}, membership.person_id
      FROM announcement, membership
      WHERE announcement.id = ${announcementId}::uuid
        AND membership.team_id = ${viewer.teamId}::uuid AND membership.person_id = ${viewer.personId}::uuid
        AND (${was}::timestamptz IS NULL OR EXISTS (
          SELECT FROM decision WHERE decision.team_id = membership.team_id AND decision.announcement_id = announcement.id
        ))
      FOR KEY SHARE OF announcement
      ON CONFLICT (team_id, announcement_id) DO UPDATE SET
        choice = excluded.choice, reason = excluded.reason, decided_by_id = excluded.decided_by_id,
        decided_at = excluded.decided_at
      WHERE decision.decided_at = ${was}::timestamptz`;
    if (stored === 0) return alreadySettled(tx, viewer, { announcementId, choice, reason });
    const subject = { type: "announcement", id: announcementId };
    await recordAudit(tx, { viewer, action: "decision.settled", subject, data: { choice, reason } });
    return ok({ choice, reason });
  });
}

/** Opens a settled announcement again; reopening what is open changes nothing. */
export async function reopenDecision(viewer: TeamViewer, input: ReopenInput): Promise<Result<null>> {
  const permitted = permit(viewer, "decision.settle");
  if (!permitted.ok) return permitted;
  const parsed = parseInput(reopenSchema, input, { announcementId: "announcement" });
  if (!parsed.ok) return parsed;
  return followingMerge(parsed.value.announcementId, (announcementId) =>
    reopen(viewer, { ...parsed.value, announcementId }),
  );
}

function reopen(viewer: TeamViewer, { announcementId, was }: z.output<typeof reopenSchema>): Promise<Result<null>> {
  return db().$transaction(async (tx) => {
    if (!(await isThere(tx, announcementId))) return refuseNotFound("announcement");
    const where = { teamId_announcementId: { teamId: viewer.teamId, announcementId } };
    const settled = await tx.decision.findUnique({ where, include: { decidedBy: { select: { name: true } } } });
    if (!settled) return ok(null);
    const { choice, reason, decidedAt, decidedBy } = settled;
    const { count } = await tx.decision.deleteMany({
      where: { teamId: viewer.teamId, announcementId, decidedAt: was ?? decidedAt },
    });
    if (count === 0) return refuse("conflict", settledMeanwhile(decidedBy.name, choice));
    const subject = { type: "announcement", id: announcementId };
    await recordAudit(tx, { viewer, action: "decision.reopened", subject, data: { choice, reason } });
    return ok(null);
  });
}

/** Nothing was stored: a double click finds its own decision, anything else is somebody else's or not there. */
async function alreadySettled(
  tx: Tx,
  viewer: TeamViewer,
  { announcementId, ...wanted }: Settled & { announcementId: string },
): Promise<Result<Settled>> {
  const where = { teamId_announcementId: { teamId: viewer.teamId, announcementId } };
  const stands = await tx.decision.findUnique({ where, include: { decidedBy: { select: { name: true } } } });
  if (stands) {
    const isSame = stands.choice === wanted.choice && stands.reason === wanted.reason;
    return isSame && stands.decidedById === viewer.personId
      ? ok(wanted)
      : refuse("conflict", settledMeanwhile(stands.decidedBy.name, stands.choice));
  }
  return (await isThere(tx, announcementId)) ? refuse("conflict", REOPENED) : refuseNotFound("announcement");
}

async function isThere(tx: Tx, id: string): Promise<boolean> {
  return (await tx.announcement.count({ where: { id } })) > 0;
}

const REOPENED = "The decision was reopened meanwhile. Look at the marks again, then decide.";

function settledMeanwhile(name: string, choice: Choice): string {
  return `${name} decided ${choice} meanwhile. Read that decision, then decide again if yours should replace it.`;
}
