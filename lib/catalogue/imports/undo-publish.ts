import "server-only";

import { db, type Tx } from "@/lib/db/client";
import { ok, refuse, refuseNotFound, type Result } from "@/lib/errors/problem";
import { recordAudit } from "@/lib/identity/audit";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { lockCatalogue } from "../catalogue-lock";
import { findMergeOf } from "../merging/remembered";

import { lockImport, type LockedImport } from "./access";
import { listStaying, sayStaying, type Staying } from "./staying";
import { restoreSource, takeBackMentions } from "./undo-mentions";

/** `removed` announcements are gone; those in `staying` are there still, and why. */
export type Undone = { removed: number; staying: Staying[] };

// As publishing: twelve thousand take some seconds.
const PATIENCE = { maxWait: 10_000, timeout: 120_000 };

/**
 * Takes back what publishing an import did, all of it or nothing: announcements that it made and nobody has marked,
 * commented, decided, edited or spoken of since; and what it added to others. What people already worked on stays as it
 * is. The import is then under review again, every answer as it was, and can be published anew.
 */
export async function undoPublish(viewer: TeamViewer, importId: string): Promise<Result<Undone>> {
  const permitted = permit(viewer, "import.review");
  if (!permitted.ok) return permitted;
  return db().$transaction(async (tx) => {
    await lockCatalogue(tx);
    const held = await lockImport(tx, viewer, importId, "update");
    if (!held) return refuseNotFound("import");
    if (held.state !== "published") return refuse("conflict", "This import is not published. Nothing was changed.");
    const merge = await findMergeOf(tx, held.id);
    if (merge) return refuse("conflict", mergedSince(merge));
    await holdAnnouncements(tx, held.id);
    const stays = await listStaying(tx, held.id);
    const staying = stays.map(({ id }) => id);
    await keepStaying(tx, held.id, staying);
    await takeBackDetails(tx, held.id, staying);
    await takeBackMentions(tx, held.id, staying);
    const removed = await removeAnnouncements(tx, held.id, staying);
    await reopenKnown(tx, held);
    await restoreSource(tx, held.id);
    await tx.import.update({ where: { id: held.id }, data: { state: "reviewing", publishedAt: null } });
    await recordAudit(tx, {
      viewer,
      action: "import.undone",
      subject: { type: "import", id: held.id },
      data: { conferenceId: held.conferenceId, removed, stayed: staying.length },
    });
    return ok({ removed, staying: sayStaying(stays) });
  }, PATIENCE);
}

function mergedSince({ dropped, kept }: { dropped: string; kept: string }): string {
  return `“${dropped}” was merged into “${kept}” since. Undo that merge on its page first, then this publication.`;
}

/** A vote, comment or decision that is just being stored is waited for, and then counts; later ones find it gone. */
async function holdAnnouncements(tx: Tx, importId: string): Promise<void> {
  await tx.$executeRaw`SELECT FROM announcement WHERE import_id = ${importId}::uuid ORDER BY id FOR UPDATE`;
}

/** What stays is what its candidate merges with from now on; what goes is made anew, whichever candidate it came from. */
async function keepStaying(tx: Tx, importId: string, staying: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE candidate
    SET resolution = CASE WHEN stays THEN 'merge' ELSE 'create' END::resolution, version = version + 1,
      announcement_id = CASE WHEN stays THEN announcement_id END,
      match_reason = CASE WHEN stays THEN 'published before' END
    FROM (
      SELECT id, id = ANY(${staying}::uuid[]) AS stays FROM announcement WHERE import_id = ${importId}::uuid
    ) AS made
    WHERE candidate.import_id = ${importId}::uuid AND candidate.announcement_id = made.id
      AND resolution IN ('create', 'merge')`;
}

/** Services, links and availability that the import gave to announcements that were there before it. */
async function takeBackDetails(tx: Tx, importId: string, staying: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE announcement SET availability = earlier_availability, updated_at = now()
    FROM candidate
    WHERE candidate.import_id = ${importId}::uuid AND announcement.id = announcement_id
      AND earlier_availability IS NOT NULL AND resolution = 'merge'
      AND announcement.availability = candidate.availability AND edited_at IS NULL`;
  await tx.$executeRaw`
    DELETE FROM announcement_service AS added
    WHERE import_id = ${importId}::uuid AND announcement_id <> ALL(${staying}::uuid[])`;
  await tx.$executeRaw`
    DELETE FROM announcement_link AS added
    WHERE import_id = ${importId}::uuid AND announcement_id <> ALL(${staying}::uuid[])`;
}

/** What another review took for known and is gone now needs an answer there. */
async function reopenKnown(tx: Tx, { conferenceId }: LockedImport): Promise<void> {
  await tx.$executeRaw`
    UPDATE candidate SET resolution = 'open', match_reason = NULL, version = version + 1
    FROM import
    WHERE import.id = import_id AND import.state = 'reviewing' AND import.conference_id = ${conferenceId}::uuid
      AND resolution = 'known' AND announcement_id IS NULL`;
}

async function removeAnnouncements(tx: Tx, importId: string, staying: string[]): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM announcement
    WHERE import_id = ${importId}::uuid AND id <> ALL(${staying}::uuid[])`;
}
