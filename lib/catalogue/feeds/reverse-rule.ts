import "server-only";

import { z } from "zod";

import { db, type Tx } from "@/lib/db/client";
import { ok, refuseNotFound, type Result } from "@/lib/errors/problem";
import { recordAudit } from "@/lib/identity/audit";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { publishImport } from "../imports/publish-import";
import { undoPublish } from "../imports/undo-publish";

import type { Appending } from "./append";
import { returnCandidates } from "./move";

/** `returned` items wait for a person again; those in `staying` people have worked on since, the first of them by title. */
export type Reversed = { feedId: string; returned: number; staying: { count: number; first: string[] } };

const NAMED = 5;

/**
 * Takes back what a rule did, and removes it: what it skipped waits again, and what it published is taken off the board
 * again unless somebody has marked, discussed, decided or edited it. Several publications are taken back one by one; if
 * that is interrupted, doing it again goes on with the rest.
 */
export async function reverseRule(viewer: TeamViewer, ruleId: string): Promise<Result<Reversed>> {
  const permitted = permit(viewer, "feed.manage");
  if (!permitted.ok) return permitted;
  const rule = await findRule(viewer, ruleId);
  if (!rule) return refuseNotFound("rule");
  const { feed } = rule;
  let returned = 0;
  for (const importId of await listPublications(rule.id)) {
    const undone = await undoPublish(viewer, importId);
    if (!undone.ok) return undone;
    const { stays, count } = await db().$transaction((tx) => takeBack(tx, feed, importId));
    returned += count;
    if (stays) {
      const again = await publishImport(viewer, importId);
      if (!again.ok) return again;
    }
  }
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM feed WHERE id = ${feed.id}::uuid FOR UPDATE`;
    returned += await unskip(tx, feed, rule.id);
    const staying = await readStaying(tx, rule.id);
    const { kind, value, action } = rule;
    const data = { feedId: feed.id, kind, value, action, returned, staying: staying.count };
    await tx.feedRule.deleteMany({ where: { id: rule.id } });
    await recordAudit(tx, { viewer, action: "feed_rule.reversed", subject: { type: "feed_rule", id: rule.id }, data });
    return ok({ feedId: feed.id, returned, staying });
  });
}

async function findRule({ teamId }: TeamViewer, ruleId: string) {
  if (!z.uuid().safeParse(ruleId).success) return null;
  return db().feedRule.findFirst({
    where: { id: ruleId, feed: { teamId } },
    select: {
      ...{ id: true, kind: true, value: true, action: true },
      feed: { select: { id: true, teamId: true, conferenceId: true, createdById: true, url: true, title: true } },
    },
  });
}

/** The imports in which the rule has published something, the newest first. */
async function listPublications(ruleId: string): Promise<string[]> {
  const rows = await db().import.findMany({
    where: { state: "published", candidates: { some: { feedItem: { ruleId, effect: "publish" } } } },
    orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Puts what is off the board back before a person; `stays` when something is left in the import for people's sake. */
async function takeBack(tx: Tx, feed: Appending, importId: string): Promise<{ stays: boolean; count: number }> {
  await tx.$queryRaw`SELECT id FROM feed WHERE id = ${feed.id}::uuid FOR UPDATE`;
  const candidates = await tx.candidate.findMany({
    where: { importId },
    select: { id: true, resolution: true, announcement: { select: { importId: true } } },
  });
  const off = candidates.flatMap(({ id, resolution, announcement }) =>
    resolution === "merge" && announcement?.importId === importId ? [] : [id],
  );
  const stays = off.length < candidates.length;
  const items = { candidateId: { in: off } };
  await tx.feedItem.updateMany({ where: items, data: { ruleId: null, effect: null } });
  const { count } = stays ? { count: 0 } : await adopt(tx, feed.id, importId);
  await returnCandidates(tx, feed, off);
  if (!stays && count === 0) await tx.import.delete({ where: { id: importId } });
  return { stays, count: off.length };
}

/** A feed with no import under review goes on with this one. */
async function adopt(tx: Tx, feedId: string, importId: string): Promise<{ count: number }> {
  return tx.feed.updateMany({
    where: { id: feedId, OR: [{ importId: null }, { import: { state: { not: "reviewing" } } }] },
    data: { importId },
  });
}

async function unskip(tx: Tx, feed: Appending, ruleId: string): Promise<number> {
  const skipped = await tx.feedItem.findMany({
    where: {
      ...{ ruleId, effect: "skip" },
      candidate: { resolution: "skip", import: { state: { not: "discarded" } } },
    },
    select: { id: true, candidateId: true },
  });
  await tx.feedItem.updateMany({ where: { ruleId, effect: "skip" }, data: { ruleId: null, effect: null } });
  await returnCandidates(
    tx,
    feed,
    skipped.flatMap(({ candidateId }) => candidateId ?? []),
  );
  return skipped.length;
}

async function readStaying(tx: Tx, ruleId: string): Promise<Reversed["staying"]> {
  const where = { ruleId, effect: "publish", candidate: { import: { state: "published" } } } as const;
  const first = await tx.feedItem.findMany({ where, orderBy: { title: "asc" }, take: NAMED, select: { title: true } });
  return { count: await tx.feedItem.count({ where }), first: first.map(({ title }) => title) };
}
