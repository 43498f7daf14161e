import "server-only";

import { z } from "zod";

import { db, type Tx } from "@/lib/db/client";
import { parseInput } from "@/lib/errors/parse-input";
import { ok, refuse, refuseNotFound, type Result } from "@/lib/errors/problem";
import { recordAudit } from "@/lib/identity/audit";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { lockCatalogue } from "../catalogue-lock";

import { facts } from "./facts";
import { holdRows, type Pair, type Row } from "./part";
import { PARTS } from "./parts";
import { readRemembered, type Remembered } from "./remembered";
import { mergeSchema, undoMergeSchema, type MergeInput, type UndoMergeInput } from "./schema";
import type { Merged } from "./types";

// A merge waits for publications, of which the largest take some seconds, and for marks that are being stored.
const PATIENCE = { maxWait: 10_000, timeout: 120_000 };

/**
 * Merges one announcement into another of its conference, for every team: marks, comments, decisions, mentions, links and
 * services go to the kept one, which keeps its own title, category, availability and summary. Somebody who marked both is
 * counted once, with the newer mark. The dropped one's address leads to the kept one, until the merge is undone. All of it
 * or nothing; asking again for the same merge changes nothing.
 */
export async function mergeAnnouncements(viewer: TeamViewer, input: MergeInput): Promise<Result<Merged>> {
  const permitted = permit(viewer, "announcement.merge");
  if (!permitted.ok) return permitted;
  const parsed = parseInput(mergeSchema, input, { keep: "announcement", drop: "announcement" });
  if (!parsed.ok) return parsed;
  const pair = { keep: parsed.value.keep.toLowerCase(), drop: parsed.value.drop.toLowerCase() };
  if (pair.keep === pair.drop)
    return refuse("invalid", "An announcement cannot be merged with itself. Choose another.");
  return db().$transaction(async (tx) => {
    await lockCatalogue(tx);
    const both = await holdBoth(tx, pair);
    if (!both) return refuseMissing(tx, viewer, pair);
    const { kept, dropped } = both;
    if (kept.conference_id !== dropped.conference_id) return refuse("invalid", TWO_CONFERENCES);
    const remembered = await moveParts(tx, pair);
    await tx.announcement.delete({ where: { id: pair.drop }, select: { id: true } });
    const mergeId = await store(tx, viewer, both, remembered);
    const data = { mergeId, ...namesOf(both), ...countsOf(remembered, pair) };
    await recordAudit(tx, { viewer, action: "announcement.merged", subject: subjectOf(pair.keep), data });
    return ok({ mergeId, kept: nameOf(kept), dropped: nameOf(dropped) });
  }, PATIENCE);
}

/**
 * Undoes a merge: the dropped announcement is there again with its address and everything it had. What people did on the
 * kept one since stays there. Merges into the same announcement are undone from the last one back.
 */
export async function undoMerge(viewer: TeamViewer, input: UndoMergeInput): Promise<Result<Merged>> {
  const permitted = permit(viewer, "announcement.merge");
  if (!permitted.ok) return permitted;
  const parsed = undoMergeSchema.safeParse(input);
  if (!parsed.success) return refuse("not-found", NO_MERGE);
  const id = BigInt(parsed.data.mergeId);
  return db().$transaction(async (tx) => {
    await lockCatalogue(tx);
    const merge = await tx.merge.findUnique({
      where: { id },
      include: { kept: { select: { slug: true, title: true } } },
    });
    if (!merge) return refuse("not-found", NO_MERGE);
    const { keptId, kept, droppedId, droppedSlug, droppedTitle } = merge;
    const later = await tx.merge.findFirst({ where: { keptId, id: { gt: id } }, orderBy: { id: "desc" } });
    if (later) return refuse("conflict", mergedLater(later.droppedTitle, kept.title));
    await restoreParts(tx, { keep: keptId, drop: droppedId }, await readRemembered(tx, merge.remembered));
    await tx.merge.delete({ where: { id }, select: { id: true } });
    const dropped = { slug: droppedSlug, title: droppedTitle };
    const data = { mergeId: parsed.data.mergeId, kept: kept.title, droppedId, dropped: droppedTitle };
    await recordAudit(tx, { viewer, action: "announcement.unmerged", subject: subjectOf(keptId), data });
    return ok({ mergeId: parsed.data.mergeId, kept, dropped });
  }, PATIENCE);
}

const factsSchema = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  conference_id: z.string(),
  vendor_id: z.string().nullable(),
  catalogue_key: z.string().nullable(),
});
type Facts = z.infer<typeof factsSchema>;
type Both = { kept: Facts; dropped: Facts };

async function holdBoth(tx: Tx, { keep, drop }: Pair): Promise<Both | null> {
  const rows = z.array(factsSchema).parse(await holdRows(tx, facts, { keep, drop }));
  const kept = rows.find(({ id }) => id === keep);
  const dropped = rows.find(({ id }) => id === drop);
  return kept && dropped ? { kept, dropped } : null;
}

/** Everything is locked before anything moves, so that nobody who is marking is waited for with a tally in hand. */
async function moveParts(tx: Tx, pair: Pair): Promise<Remembered> {
  const remembered = await holdParts(tx, pair);
  await keepHistoryStill(tx);
  for (const part of PARTS) await part.move(tx, pair, remembered[part.table] ?? []);
  return remembered;
}

async function restoreParts(tx: Tx, pair: Pair, remembered: Remembered): Promise<void> {
  const now = await holdParts(tx, pair);
  await keepHistoryStill(tx);
  for (const part of PARTS) await part.restore(tx, pair, remembered[part.table] ?? [], now[part.table] ?? []);
}

async function holdParts(tx: Tx, pair: Pair): Promise<Remembered> {
  const held: Remembered = {};
  for (const part of PARTS) held[part.table] = await holdRows(tx, part, pair);
  return held;
}

/** History tells what people marked, not what was moved; see the trigger on vote. */
async function keepHistoryStill(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT set_config('debrief.merging', 'on', true)`;
}

async function store(tx: Tx, viewer: TeamViewer, { kept, dropped }: Both, remembered: Remembered): Promise<string> {
  const [stored] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO merge (kept_id, dropped_id, dropped_slug, dropped_title, dropped_vendor_id, dropped_catalogue_key,
      team_id, merged_by_id, remembered)
    VALUES (${kept.id}::uuid, ${dropped.id}::uuid, ${dropped.slug}, ${dropped.title}, ${dropped.vendor_id},
      ${dropped.catalogue_key}, ${viewer.teamId}::uuid, ${viewer.personId}::uuid, ${JSON.stringify(remembered)}::jsonb)
    RETURNING id::text AS id`;
  if (!stored) throw new Error("The merge was not stored.");
  return stored.id;
}

/** One of the two is gone: merged by somebody who was faster, or never there. */
async function refuseMissing(tx: Tx, viewer: TeamViewer, { keep, drop }: Pair): Promise<Result<Merged>> {
  const merges = await tx.merge.findMany({
    where: { droppedId: { in: [keep, drop] } },
    omit: { remembered: true },
    include: { kept: { select: { slug: true, title: true } } },
  });
  const done = merges.find(({ droppedId, keptId }) => droppedId === drop && keptId === keep);
  if (done?.mergedById === viewer.personId) {
    const dropped = { slug: done.droppedSlug, title: done.droppedTitle };
    return ok({ mergeId: String(done.id), kept: done.kept, dropped });
  }
  const [merge] = done ? [done] : merges;
  if (!merge) return refuseNotFound("announcement");
  return refuse("conflict", `“${merge.droppedTitle}” was merged into “${merge.kept.title}” already. ${OPEN_KEPT}`);
}

function countsOf(remembered: Remembered, { keep, drop }: Pair) {
  const votes = remembered.vote ?? [];
  const voter = ({ team_id, person_id }: Row) => `${String(team_id)} ${String(person_id)}`;
  const onKept = new Set(votes.filter((row) => row.announcement_id === keep).map(voter));
  const onDropped = votes.filter((row) => row.announcement_id === drop);
  return {
    marks: onDropped.length,
    markedBoth: onDropped.filter((row) => onKept.has(voter(row))).length,
    comments: (remembered.comment ?? []).filter(({ of }) => of === drop).length,
  };
}

function namesOf({ kept, dropped }: Both) {
  return { kept: kept.title, droppedId: dropped.id, droppedSlug: dropped.slug, dropped: dropped.title };
}

function nameOf({ slug, title }: Facts) {
  return { slug, title };
}

function subjectOf(id: string) {
  return { type: "announcement", id };
}

function mergedLater(title: string, kept: string): string {
  return `“${title}” was merged into “${kept}” later. Undo that first, then this.`;
}

const TWO_CONFERENCES = "They were announced at two conferences. Choose an announcement of the same conference.";
const OPEN_KEPT = "Open that one and look again.";
const NO_MERGE = "There is no such merge any more: it was undone already. Open the announcement again.";
