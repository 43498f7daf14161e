import "server-only";

import { z } from "zod";

import { db } from "@/lib/db/client";
import { ok, refuse, refuseInvalid, refuseNotFound, type Result } from "@/lib/errors/problem";
import { recordAudit } from "@/lib/identity/audit";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { applyRules, rulesOf, type Applied } from "./apply-rules";
import { stateOf } from "./item-rows";
import { catches } from "./rules";
import { MAX_RULES, ruleSchema, type RuleInput } from "./schema";
import type { RuleTrial } from "./types";

const SHOWN = 20;
/** How many stored items a rule is tried against, the newest; those that wait are always among them. */
const TRIED = 5_000;

/** Shows what a rule would catch of what a feed has brought, without saving it. */
export async function tryRule(viewer: TeamViewer, feedId: string, input: RuleInput): Promise<Result<RuleTrial>> {
  const permitted = permit(viewer, "feed.manage");
  if (!permitted.ok) return permitted;
  const parsed = ruleSchema.safeParse(input);
  if (!parsed.success) return refuseInvalid(parsed.error);
  const feed = await findFeed(viewer, feedId);
  if (!feed) return refuseNotFound("feed");
  const items = await db().feedItem.findMany({
    where: { feedId: feed.id, candidateId: { not: null } },
    orderBy: { id: "desc" },
    take: TRIED,
    select: {
      candidate: {
        select: {
          title: true,
          excerpt: true,
          services: true,
          category: true,
          resolution: true,
          import: { select: { state: true } },
        },
      },
    },
  });
  const caught = items.flatMap(({ candidate }) =>
    candidate && catches(parsed.data, candidate) ? [{ title: candidate.title, state: stateOf(candidate) }] : [],
  );
  const waiting = caught.filter(({ state }) => state === "waiting");
  const others = caught.filter(({ state }) => state !== "waiting");
  return ok({ caught: caught.length, waiting: waiting.length, first: [...waiting, ...others].slice(0, SHOWN) });
}

/**
 * Saves a rule behind the ones there are, and applies it to what waits. What people have answered already is left as it
 * is.
 */
export async function saveRule(
  viewer: TeamViewer,
  feedId: string,
  input: RuleInput,
): Promise<Result<Applied & { ruleId: string }>> {
  const permitted = permit(viewer, "feed.manage");
  if (!permitted.ok) return permitted;
  const parsed = ruleSchema.safeParse(input);
  if (!parsed.success) return refuseInvalid(parsed.error);
  const feed = await findFeed(viewer, feedId);
  if (!feed) return refuseNotFound("feed");
  const rule = parsed.data;
  const saved = await db().$transaction(async (tx): Promise<Result<{ ruleId: string }>> => {
    await tx.$queryRaw`SELECT id FROM feed WHERE id = ${feed.id}::uuid FOR UPDATE`;
    const rules = await tx.feedRule.findMany({
      where: { feedId: feed.id },
      orderBy: { position: "desc" },
      take: MAX_RULES,
      select: { id: true, kind: true, value: true, action: true, position: true },
    });
    const same = rules.find(
      ({ kind, value, action }) => kind === rule.kind && value === rule.value && action === rule.action,
    );
    if (same) return ok({ ruleId: same.id });
    if (rules.length >= MAX_RULES) {
      return refuse("conflict", `A feed has ${MAX_RULES} rules at most. Remove one that catches little.`);
    }
    const data = { ...rule, feedId: feed.id, createdById: viewer.personId, position: (rules[0]?.position ?? 0) + 1 };
    const { id: ruleId } = await tx.feedRule.create({ data, select: { id: true } });
    const subject = { type: "feed_rule", id: ruleId };
    await recordAudit(tx, { viewer, action: "feed_rule.saved", subject, data: { feedId: feed.id, ...rule } });
    return ok({ ruleId });
  });
  if (!saved.ok) return saved;
  const { ruleId } = saved.value;
  // What an earlier rule leaves for a person stays with that person.
  const keeping = (await rulesOf(feed)).filter(({ id, action }) => action === "review" && id !== ruleId);
  return ok({ ruleId, ...(await applyRules(feed, [...keeping, { ...rule, id: ruleId, by: viewer }])) });
}

/** Removes a rule of the team's; what it has done stays done. */
export async function removeRule(viewer: TeamViewer, ruleId: string): Promise<Result<{ feedId: string }>> {
  const permitted = permit(viewer, "feed.manage");
  if (!permitted.ok) return permitted;
  if (!z.uuid().safeParse(ruleId).success) return refuseNotFound("rule");
  return db().$transaction(async (tx) => {
    const where = { id: ruleId, feed: { teamId: viewer.teamId } };
    const found = await tx.feedRule.findFirst({
      where,
      select: { feedId: true, kind: true, value: true, action: true },
    });
    const { count } = await tx.feedRule.deleteMany({ where });
    if (!found || count === 0) return refuseNotFound("rule");
    await recordAudit(tx, {
      viewer,
      action: "feed_rule.removed",
      subject: { type: "feed_rule", id: ruleId },
      data: found,
    });
    return ok({ feedId: found.feedId });
  });
}

async function findFeed({ teamId }: TeamViewer, feedId: string) {
  if (!z.uuid().safeParse(feedId).success) return null;
  return db().feed.findFirst({
    where: { id: feedId, teamId },
    select: { id: true, teamId: true, conferenceId: true, createdById: true, url: true, title: true },
  });
}
