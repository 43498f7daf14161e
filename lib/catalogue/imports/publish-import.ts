import "server-only";

import { hash, randomUUID } from "node:crypto";

import { db, type Tx } from "@/lib/db/client";
import { ok, refuse, refuseNotFound, type Result } from "@/lib/errors/problem";
import { recordAudit } from "@/lib/identity/audit";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { withFreeSlugs } from "../announcement-slugs";

import { lockImport, refuseClosed, type LockedImport } from "./access";
import { candidateDetails } from "./candidate-rows";
import { addDetails, type Publishing } from "./publish-details";
import { countImports } from "./queries";
import type { ImportCounts } from "./types";

// Publishing waits for another publication's slugs at most this long.
const PATIENCE = { maxWait: 10_000, timeout: 30_000 };

/**
 * Puts what a review accepted into the catalogue, all of it or nothing: new announcements, and for merges a mention with
 * the services and links that were not there. What people wrote, marked or discussed is never touched. Open candidates
 * stay out unless `open` is "accept". Afterwards the import is closed: publishing again is a conflict and changes
 * nothing.
 */
export async function publishImport(
  viewer: TeamViewer,
  importId: string,
  { open = "leave" }: { open?: "leave" | "accept" } = {},
): Promise<Result<ImportCounts>> {
  const permitted = permit(viewer, "import.review");
  if (!permitted.ok) return permitted;
  return db().$transaction(async (tx) => {
    const held = await lockImport(tx, viewer, importId, "update");
    if (!held) return refuseNotFound("import");
    if (held.state !== "reviewing") return refuseClosed(held.state);
    if (open === "accept") await acceptAllOpen(tx, held.id);
    const accepted = await listAccepted(tx, held.id);
    if (accepted.length === 0)
      return refuse("invalid", "Nothing is accepted yet. Accept a candidate, or discard the import.");
    const lost = accepted.find((candidate) => candidate.resolution === "merge" && !candidate.announcementId);
    if (lost)
      return refuse("conflict", `“${lost.title}” was to be merged with an announcement that is gone. Choose again.`);
    await store(tx, held, accepted);
    return ok(await close(tx, viewer, held));
  }, PATIENCE);
}

type Accepted = Awaited<ReturnType<typeof listAccepted>>[number];

function listAccepted(tx: Tx, importId: string) {
  return tx.candidate.findMany({
    where: { importId, resolution: { in: ["create", "merge"] } },
    orderBy: { position: "asc" },
    omit: { importId: true, startOffset: true, endOffset: true },
  });
}

async function acceptAllOpen(tx: Tx, importId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE candidate
    SET resolution = CASE WHEN announcement_id IS NULL THEN 'create' ELSE 'merge' END::resolution, version = version + 1
    WHERE import_id = ${importId}::uuid AND resolution = 'open'`;
}

async function store(tx: Tx, held: LockedImport, accepted: readonly Accepted[]): Promise<void> {
  const sourceId = await sourceOf(tx, held.id);
  const created = await createAnnouncements(
    tx,
    held,
    accepted.filter(({ resolution }) => resolution === "create"),
  );
  const publishing = accepted.flatMap((candidate): Publishing[] => {
    const announcementId = created.get(candidate.id) ?? candidate.announcementId;
    const { services, excerpt, take, section } = candidate;
    return announcementId
      ? [{ announcementId, services, excerpt, take, section, links: candidateDetails(candidate).links }]
      : [];
  });
  await addDetails(tx, sourceId, publishing);
  await tx.import.update({ where: { id: held.id }, data: { sourceId } });
}

/** One source for one text, whoever read it in, so that it is one mention. */
async function sourceOf(tx: Tx, importId: string): Promise<string> {
  const { text, ...facts } = await tx.import.findUniqueOrThrow({
    where: { id: importId },
    select: { text: true, conferenceId: true, title: true, author: true, url: true, publishedOn: true },
  });
  const identity = `sha256:${hash("sha256", text)}`;
  const source = await tx.source.upsert({
    where: { identity },
    create: { identity, ...facts },
    update: {},
    select: { id: true },
  });
  return source.id;
}

/** Creates one announcement for each, remembers it on its candidate, and answers their ids by candidate. */
async function createAnnouncements(
  tx: Tx,
  { conferenceId, conferenceSlug }: LockedImport,
  candidates: readonly Accepted[],
): Promise<Map<string, string>> {
  const slugged = await withFreeSlugs(tx, conferenceSlug, candidates);
  const rows = slugged.map((candidate) => ({ id: randomUUID(), candidate }));
  await tx.announcement.createMany({
    data: rows.map(({ id, candidate: { slug, title, category, availability, ...candidate } }) => {
      const { figures } = candidateDetails(candidate);
      return { id, conferenceId, slug, title, category, availability, figures };
    }),
  });
  const made = rows.map(({ id, candidate }) => ({ candidate: candidate.id, announcement: id }));
  await tx.$executeRaw`
    UPDATE candidate SET announcement_id = made.announcement, match_reason = NULL
    FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb) AS made (candidate uuid, announcement uuid)
    WHERE candidate.id = made.candidate`;
  return new Map(rows.map(({ id, candidate }) => [candidate.id, id]));
}

async function close(tx: Tx, viewer: TeamViewer, { id, conferenceId }: LockedImport): Promise<ImportCounts> {
  await tx.import.update({ where: { id }, data: { state: "published", publishedAt: new Date() } });
  const counts = (await countImports(tx, [id])).get(id) ?? { found: 0, created: 0, merged: 0, skipped: 0, left: 0 };
  const subject = { type: "import", id };
  await recordAudit(tx, { viewer, action: "import.published", subject, data: { conferenceId, ...counts } });
  return counts;
}
