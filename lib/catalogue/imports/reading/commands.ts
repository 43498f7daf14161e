import "server-only";

import { z } from "zod";

import { db } from "@/lib/db/client";
import { refuseNotFound, ok, type Result } from "@/lib/errors/problem";
import { can, permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import type { ImportState } from "../types";

import { startReading } from "./runner";

/** How far the reading of an import is: `total` is null until the text is read, `problem` is why it ended. */
export type ReadingProgress = { state: ImportState; stored: number; total: number | null; problem: string | null };

/**
 * How far an import is; null when it is not there, another team's, or not theirs to review. When the process that read it
 * is gone, this one takes over.
 */
export async function readProgress(viewer: TeamViewer, importId: string): Promise<ReadingProgress | null> {
  if (!can(viewer, "import.review") || !z.uuid().safeParse(importId).success) return null;
  const row = await db().import.findFirst({
    where: { id: importId, teamId: viewer.teamId },
    select: { state: true, readCount: true, readTotal: true, readingAt: true, readingProblem: true },
  });
  if (!row) return null;
  const { state, readCount, readTotal, readingAt, readingProblem } = row;
  if (state === "reading" && readingProblem === null && isSilent(readingAt)) startReading(importId);
  return { state, stored: readCount, total: readTotal, problem: readingProblem };
}

/** Reads an import on that ended with a problem; one that did not is left alone. */
export async function retryReading(viewer: TeamViewer, importId: string): Promise<Result<{ importId: string }>> {
  const permitted = permit(viewer, "import.review");
  if (!permitted.ok) return permitted;
  if (!z.uuid().safeParse(importId).success) return refuseNotFound("import");
  const where = { id: importId, teamId: viewer.teamId };
  if ((await db().import.count({ where })) === 0) return refuseNotFound("import");
  const { count } = await db().import.updateMany({
    where: { ...where, state: "reading", readingProblem: { not: null } },
    data: { readingProblem: null, readingTries: 0, readingAt: null, readingBy: null },
  });
  if (count > 0) startReading(importId);
  return ok({ importId });
}

/** The lease itself decides; this only spares asking for it each second. */
function isSilent(since: Date | null): boolean {
  return since === null || Date.now() - since.getTime() > 30_000;
}
