import "server-only";

import { db, type Tx } from "@/lib/db/client";
import { findActingViewer } from "@/lib/identity/acting";
import { can } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { publishImport } from "../imports/publish-import";
import { CERTAIN_REASONS } from "../matching";

import type { Appending } from "./append";
import { moveToOwnImport } from "./move";
import { ruleFor } from "./rules";
import type { RuleAction, RuleTest } from "./types";
import { holdWaiting, type WaitingItem } from "./waiting";

/** A rule as it is applied; what it publishes is published in the name of `by`, who is null when nobody may. */
export type AppliedRule = RuleTest & { id: string; action: RuleAction; by: TeamViewer | null };

/** An import in which a rule's items wait to be published together. */
type Publication = { importId: string; by: TeamViewer };

export type Applied = { skipped: number; published: number };

/** The rules of a feed in their order, ready to be applied. */
export async function rulesOf(feed: { id: string; teamId: string }): Promise<AppliedRule[]> {
  const rows = await db().feedRule.findMany({
    where: { feedId: feed.id },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, value: true, action: true, createdById: true },
  });
  const people = [...new Set(rows.filter(({ action }) => action === "publish").map((rule) => rule.createdById))];
  const viewers = await Promise.all(people.map((personId) => findActingViewer({ personId, teamId: feed.teamId })));
  const may = new Map(
    viewers.flatMap((viewer) => (viewer && can(viewer, "import.review") ? [[viewer.personId, viewer]] : [])),
  );
  return rows.map(({ createdById, ...rule }) => ({ ...rule, by: may.get(createdById) ?? null }));
}

/**
 * Lets rules have what waits of a feed, all or the items given: the first rule that catches an item skips it, publishes
 * it or leaves it for a person. What only looks like an announcement that is here is never published by a rule.
 */
export async function applyRules(
  feed: Appending,
  rules: readonly AppliedRule[],
  itemIds?: readonly bigint[],
): Promise<Applied> {
  if (rules.length === 0) return { skipped: 0, published: 0 };
  const { skipped, publications } = await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM feed WHERE id = ${feed.id}::uuid FOR UPDATE`;
    return sortOut(tx, feed, rules, await holdWaiting(tx, feed.id, itemIds));
  });
  let published = 0;
  for (const publication of publications) published += await publish(publication);
  return { skipped, published };
}

async function sortOut(tx: Tx, feed: Appending, rules: readonly AppliedRule[], waiting: readonly WaitingItem[]) {
  const caught = waiting.map((item) => ({ item, rule: ruleFor(rules, item) }));
  const publications: Publication[] = [];
  let skipped = 0;
  for (const rule of rules) {
    const items = caught.filter((one) => one.rule === rule).map(({ item }) => item);
    if (rule.action === "skip") skipped += await skip(tx, rule, items);
    if (rule.action === "publish" && rule.by) {
      const certain = items.filter(isCertain);
      if (certain.length > 0) publications.push(await prepare(tx, feed, { ...rule, by: rule.by }, certain));
    }
  }
  return { skipped, publications };
}

async function skip(tx: Tx, rule: AppliedRule, items: readonly WaitingItem[]): Promise<number> {
  if (items.length === 0) return 0;
  await tx.candidate.updateMany({
    where: { id: { in: items.map(({ candidateId }) => candidateId) } },
    data: { resolution: "skip", version: { increment: 1 } },
  });
  await remember(tx, rule, items);
  return items.length;
}

async function prepare(
  tx: Tx,
  feed: Appending,
  rule: AppliedRule & { by: TeamViewer },
  items: readonly WaitingItem[],
): Promise<Publication> {
  const candidateIds = items.map(({ candidateId }) => candidateId);
  const importId = await moveToOwnImport(tx, { ...feed, createdById: rule.by.personId }, candidateIds);
  await remember(tx, rule, items);
  return { importId, by: rule.by };
}

async function remember(tx: Tx, { id, action }: AppliedRule, items: readonly WaitingItem[]): Promise<void> {
  await tx.feedItem.updateMany({
    where: { id: { in: items.map(({ itemId }) => itemId) } },
    data: { ruleId: id, effect: action },
  });
}

/** When it is refused, the import waits for a person like any other. */
async function publish({ importId, by }: Publication): Promise<number> {
  const result = await publishImport(by, importId, { open: "accept" });
  if (result.ok) return result.value.created + result.value.merged;
  await db().feedItem.updateMany({ where: { candidate: { importId } }, data: { ruleId: null, effect: null } });
  return 0;
}

/** A match that is only a suggestion needs a person's look. */
function isCertain({ announcementId, matchReason }: WaitingItem): boolean {
  return announcementId === null || CERTAIN_REASONS.some((reason) => reason === matchReason);
}
