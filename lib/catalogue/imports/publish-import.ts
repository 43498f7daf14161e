import "server-only";

import { db, type Tx } from "@/lib/db/client";
import { ok, refuse, refuseNotFound, type Result } from "@/lib/errors/problem";
import { recordAudit } from "@/lib/identity/audit";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { lockCatalogue } from "../catalogue-lock";

import { lockImport, refuseClosed, type LockedImport } from "./access";
import { readArrivals, type Arrivals } from "./arrivals";
import { listAccepted, type Accepted } from "./accepted";
import { createAnnouncements } from "./publish-announcements";
import { addDetails } from "./publish-details";
import { storeMentions } from "./publish-mentions";
import { publishSource } from "./publish-source";
import { countImports } from "./queries";
import { NO_COUNTS, type ImportCounts } from "./types";

// Publishing waits for another publication's slugs at most this long; twelve thousand take some seconds.
const PATIENCE = { maxWait: 10_000, timeout: 120_000 };

/** How many candidates are in memory at a time. */
const SLICE = 1_000;

/**
 * Puts what a review accepted into the catalogue, all of it or nothing: new announcements, for merges a mention with the
 * services and links that were not there, and for what an earlier edition brought in what this one says. What people
 * wrote, marked or discussed is never touched. Open candidates stay out unless `open` is "accept". Afterwards the import
 * is closed: publishing again is a conflict and changes nothing.
 */
export async function publishImport(
  viewer: TeamViewer,
  importId: string,
  { open = "leave" }: { open?: "leave" | "accept" } = {},
): Promise<Result<ImportCounts>> {
  const permitted = permit(viewer, "import.review");
  if (!permitted.ok) return permitted;
  return db().$transaction(async (tx) => {
    // What candidates are merged with stays where it is until they are.
    await lockCatalogue(tx);
    const held = await lockImport(tx, viewer, importId, "update");
    if (!held) return refuseNotFound("import");
    if (held.state !== "reviewing") return refuseClosed(held.state);
    if (open === "accept") await acceptAllOpen(tx, held.id);
    const problem = await whyNot(tx, held.id);
    if (problem) return problem;
    await publishAll(tx, held);
    return ok(await close(tx, viewer, held));
  }, PATIENCE);
}

async function acceptAllOpen(tx: Tx, importId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE candidate
    SET resolution = CASE WHEN announcement_id IS NULL THEN 'create' ELSE 'merge' END::resolution, version = version + 1
    WHERE import_id = ${importId}::uuid AND resolution = 'open'`;
}

async function whyNot(tx: Tx, importId: string): Promise<Result<never> | null> {
  const counts = (await countImports(tx, [importId])).get(importId) ?? NO_COUNTS;
  if (counts.created + counts.merged + counts.known === 0) {
    return refuse("invalid", "Nothing is accepted yet. Accept a candidate, or discard the import.");
  }
  const lost = await tx.candidate.findFirst({
    where: { importId, resolution: "merge", announcementId: null },
    orderBy: { position: "asc" },
    select: { title: true },
  });
  return (
    lost && refuse("conflict", `“${lost.title}” was to be merged with an announcement that is gone. Choose again.`)
  );
}

async function publishAll(tx: Tx, held: LockedImport): Promise<void> {
  const sourceId = await publishSource(tx, held.id);
  const arrivals = await readArrivals(tx, held);
  const mentioned = new Set<string>();
  for (let after: number | undefined = 0; after !== undefined;) {
    const slice: Accepted[] = await listAccepted(tx, held.id, { after, take: SLICE });
    await publishSlice(tx, { held, sourceId, arrivals, mentioned }, slice);
    after = slice.length < SLICE ? undefined : slice.at(-1)?.position;
  }
  await bringUpToDate(tx, held.id);
}

type Publication = { held: LockedImport; sourceId: string; arrivals: Arrivals; mentioned: Set<string> };

async function publishSlice(tx: Tx, publication: Publication, slice: readonly Accepted[]): Promise<void> {
  const { held, sourceId, arrivals, mentioned } = publication;
  const published = await createAnnouncements(tx, held, arrivals, slice);
  await addDetails(
    tx,
    held.id,
    published.filter(({ resolution }) => resolution !== "known"),
  );
  // One source says of one announcement one thing, the first it said.
  const first = published.filter(({ announcementId }) => mentioned.size < mentioned.add(announcementId).size);
  await storeMentions(tx, { importId: held.id, sourceId }, first);
}

/**
 * Where the lead accepted that a newer edition says another availability, the announcement says so too, unless somebody
 * has edited it or it said something else already. What was not changed is forgotten, so that undoing leaves it alone.
 */
async function bringUpToDate(tx: Tx, importId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE candidate SET earlier_availability = NULL
    FROM announcement
    WHERE candidate.import_id = ${importId}::uuid AND announcement.id = announcement_id AND earlier_availability IS NOT NULL
      AND (resolution <> 'merge' OR edited_at IS NOT NULL OR announcement.availability <> earlier_availability)`;
  await tx.$executeRaw`
    UPDATE announcement SET availability = candidate.availability, updated_at = now()
    FROM candidate
    WHERE candidate.import_id = ${importId}::uuid AND announcement.id = announcement_id
      AND earlier_availability IS NOT NULL`;
}

async function close(tx: Tx, viewer: TeamViewer, { id, conferenceId }: LockedImport): Promise<ImportCounts> {
  await tx.import.update({ where: { id }, data: { state: "published", publishedAt: new Date() } });
  const counts = (await countImports(tx, [id])).get(id) ?? NO_COUNTS;
  const subject = { type: "import", id };
  await recordAudit(tx, { viewer, action: "import.published", subject, data: { conferenceId, ...counts } });
  return counts;
}
