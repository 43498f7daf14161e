import "server-only";

import { db, type Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { ok, refuse, refuseInvalid, refuseNotFound, type Result } from "@/lib/errors/problem";
import { recordAudit } from "@/lib/identity/audit";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { holdAnnouncements } from "../merging/standing";

import { lockImport, refuseClosed } from "./access";
import { candidateSelect, toReviewCandidate } from "./candidate-rows";
import {
  answeredSchema,
  resolveAllSchema,
  resolveCandidateSchema,
  type ResolveCandidateInput,
  type UncheckedResolution,
} from "./schema";
import { CHOSEN, SURE_REASONS } from "./sure";
import type { Resolution, ReviewCandidate } from "./types";

type Change = Pick<Prisma.CandidateUncheckedUpdateInput, "title" | "category" | "availability" | "matchReason"> & {
  resolution: Resolution;
  services?: string[];
  announcementId?: string | null;
};

/**
 * Accepts, skips or reopens a candidate, with what the reviewer corrected, and answers it as stored. Asking again for
 * what is already stored changes nothing; a candidate that somebody else changed meanwhile is a conflict.
 */
export async function resolveCandidate(
  viewer: TeamViewer,
  input: UncheckedResolution,
): Promise<Result<ReviewCandidate>> {
  const permitted = permit(viewer, "import.review");
  if (!permitted.ok) return permitted;
  const parsed = resolveCandidateSchema.safeParse(input);
  if (!parsed.success) return refuseInvalid(parsed.error);
  const { candidateId, version, ...wanted } = parsed.data;
  return db().$transaction(async (tx) => {
    const found = await tx.candidate.findFirst({
      where: { id: candidateId, import: { teamId: viewer.teamId } },
      select: { importId: true },
    });
    const held = found && (await lockImport(tx, viewer, found.importId, "share"));
    if (!held) return refuseNotFound("candidate");
    if (held.state !== "reviewing") return refuseClosed(held.state);
    const stored = await tx.candidate.findUniqueOrThrow({ where: { id: candidateId }, select: candidateSelect });
    const change = await changeOf(tx, held.conferenceId, toReviewCandidate(stored), wanted);
    if (!change.ok) return change;
    return storeChange(tx, { candidateId, version }, change.value);
  });
}

/** Candidates as they stood after a change: what is to be undone, unless somebody changed it since. */
export type Answered = { candidateId: string; version: number }[];

/**
 * Accepts every open candidate with at least this confidence, except those whose match is only a suggestion: they need
 * a look. Answers which were accepted and how many were left for that reason.
 */
export async function resolveAll(
  viewer: TeamViewer,
  importId: string,
  input: { above: number },
): Promise<Result<{ accepted: Answered; suggested: number }>> {
  const permitted = permit(viewer, "import.review");
  if (!permitted.ok) return permitted;
  const parsed = resolveAllSchema.safeParse(input);
  if (!parsed.success) return refuseInvalid(parsed.error);
  return db().$transaction(async (tx) => {
    const held = await lockImport(tx, viewer, importId, "share");
    if (!held) return refuseNotFound("import");
    if (held.state !== "reviewing") return refuseClosed(held.state);
    const accepted = await acceptOpen(tx, held.id, parsed.data.above);
    const suggested = await tx.candidate.count({
      where: { importId: held.id, resolution: "open", confidence: { gte: parsed.data.above } },
    });
    return ok({ accepted, suggested });
  });
}

/** Opens candidates again that were accepted together, but for those that somebody changed since; answers how many. */
export async function reopenAll(
  viewer: TeamViewer,
  importId: string,
  answered: Answered,
): Promise<Result<{ reopened: number }>> {
  const permitted = permit(viewer, "import.review");
  if (!permitted.ok) return permitted;
  const parsed = answeredSchema.safeParse(answered);
  if (!parsed.success) return refuseInvalid(parsed.error);
  return db().$transaction(async (tx) => {
    const held = await lockImport(tx, viewer, importId, "share");
    if (!held) return refuseNotFound("import");
    if (held.state !== "reviewing") return refuseClosed(held.state);
    const reopened = await tx.$executeRaw`
      UPDATE candidate SET resolution = 'open', version = candidate.version + 1
      FROM jsonb_to_recordset(${JSON.stringify(parsed.data)}::jsonb) AS given ("candidateId" uuid, version int)
      WHERE candidate.id = given."candidateId" AND candidate.version = given.version
        AND import_id = ${held.id}::uuid AND resolution IN ('create', 'merge')`;
    return ok({ reopened });
  });
}

/** Ends the review of an import without adding anything; its text can be read in anew afterwards. */
export async function discardImport(viewer: TeamViewer, importId: string): Promise<Result<{ importId: string }>> {
  const permitted = permit(viewer, "import.review");
  if (!permitted.ok) return permitted;
  return db().$transaction(async (tx) => {
    const held = await lockImport(tx, viewer, importId, "update");
    if (!held) return refuseNotFound("import");
    if (held.state === "published") return refuseClosed(held.state);
    if (held.state === "discarded") return ok({ importId: held.id });
    await tx.import.update({ where: { id: held.id }, data: { state: "discarded" } });
    await recordAudit(tx, { viewer, action: "import.discarded", subject: { type: "import", id: held.id } });
    return ok({ importId: held.id });
  });
}

/** The columns to write, with the announcement to merge with looked up in the import's own conference. */
async function changeOf(
  tx: Tx,
  conferenceId: string,
  stored: ReviewCandidate,
  { resolution: asked, announcementId, ...fields }: Omit<ResolveCandidateInput, "candidateId" | "version">,
): Promise<Result<Change>> {
  const isNew = announcementId === null || (announcementId === undefined && stored.resolution === "create");
  const target = isNew ? null : (announcementId ?? stored.match?.announcementId ?? null);
  const resolution = asked === "accept" ? (target ? "merge" : "create") : asked;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  if (target === null) {
    if (resolution === "merge") {
      return refuseTarget("Choose the announcement to merge with, or accept it as a new one.");
    }
    // An answer keeps what the reader proposed, for whoever takes it back; what a person chose goes as it came.
    const isAnswer = resolution !== "open" || stored.resolution !== "open";
    const isKept = isAnswer && stored.match?.reason !== CHOSEN;
    return ok({ ...given, resolution, ...(!isKept && { announcementId: null, matchReason: null }) });
  }
  if (target === stored.match?.announcementId) return ok({ ...given, resolution });
  const id = (await holdAnnouncements(tx, [target])).get(target);
  const isThere = id !== undefined && (await tx.announcement.count({ where: { id, conferenceId } })) > 0;
  return isThere
    ? ok({ ...given, resolution, announcementId: id, matchReason: CHOSEN })
    : refuseTarget("That announcement is not in this conference. Choose another, or accept it as a new one.");
}

function refuseTarget(message: string): Result<never> {
  return refuse("invalid", message, { fields: { announcementId: message } });
}

async function storeChange(
  tx: Tx,
  { candidateId, version }: { candidateId: string; version: number },
  change: Change,
): Promise<Result<ReviewCandidate>> {
  const { count } = await tx.candidate.updateMany({
    where: { id: candidateId, version },
    data: { ...change, version: { increment: 1 } },
  });
  const row = await tx.candidate.findUniqueOrThrow({ where: { id: candidateId }, select: candidateSelect });
  const stored = toReviewCandidate(row);
  if (count === 1 || says(stored, change)) return ok(stored);
  return refuse(
    "conflict",
    `Not stored: this candidate was changed meanwhile. It is now “${stored.title}”, ${STANDING[stored.resolution]}.`,
  );
}

/** Whether what is stored is already what the change asks for, as after a double click. */
function says(stored: ReviewCandidate, change: Change): boolean {
  const now: Change = {
    title: stored.title,
    category: stored.category,
    availability: stored.availability,
    services: stored.services,
    resolution: stored.resolution,
    announcementId: stored.match?.announcementId ?? null,
    matchReason: stored.match?.reason ?? null,
  };
  return JSON.stringify({ ...now, ...change }) === JSON.stringify(now);
}

const STANDING: Record<Resolution, string> = {
  open: "still open",
  create: "accepted as new",
  merge: "accepted and merged",
  skip: "skipped",
  known: "already here",
};

async function acceptOpen(tx: Tx, importId: string, above: number): Promise<Answered> {
  return tx.$queryRaw<Answered>`
    UPDATE candidate
    SET resolution = CASE WHEN announcement_id IS NULL THEN 'create' ELSE 'merge' END::resolution,
      version = version + 1
    WHERE import_id = ${importId}::uuid AND resolution = 'open' AND confidence >= ${above}
      AND (announcement_id IS NULL OR match_reason = ANY(${SURE_REASONS}))
    RETURNING id AS "candidateId", version`;
}
