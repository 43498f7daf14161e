import "server-only";

import { z } from "zod";

import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { can } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { itemSelect, toItemLine } from "./item-rows";
import { MAX_FEEDS, MAX_RULES } from "./schema";
import type { FeedRuleLine, FeedState, FeedSummary } from "./types";

export const ITEMS_PER_PAGE = 50;

const feedSelect = {
  id: true,
  url: true,
  title: true,
  conference: { select: { slug: true, name: true } },
  lastCheckedAt: true,
  lastResult: true,
  lastError: true,
  nextAt: true,
  pausedAt: true,
  failures: true,
  import: { select: { id: true, state: true } },
} as const satisfies Prisma.FeedSelect;

/** The team's feeds by conference and title, with how many items of each wait; null for who may not manage them. */
export async function listFeeds(viewer: TeamViewer): Promise<FeedSummary[] | null> {
  if (!can(viewer, "feed.manage")) return null;
  const rows = await db().feed.findMany({
    where: { teamId: viewer.teamId },
    orderBy: [{ conference: { name: "asc" } }, { title: "asc" }, { id: "asc" }],
    take: MAX_FEEDS,
    select: feedSelect,
  });
  const waiting = await countWaitingOf(rows.map(({ id }) => id));
  return rows.map((row) => toSummary(row, waiting.get(row.id) ?? 0));
}

/**
 * A feed of the viewer's team with its rules and a page of its items, newest first; null when it is not there, another
 * team's, or not theirs to manage.
 */
export async function readFeedState(
  viewer: TeamViewer,
  feedId: string,
  { after }: { after?: string } = {},
): Promise<FeedState | null> {
  if (!can(viewer, "feed.manage") || !z.uuid().safeParse(feedId).success) return null;
  const row = await db().feed.findFirst({ where: { id: feedId, teamId: viewer.teamId }, select: feedSelect });
  if (!row) return null;
  const items = await db().feedItem.findMany({
    where: { feedId, ...(after !== undefined && /^\d{1,18}$/.test(after) && { id: { lt: BigInt(after) } }) },
    orderBy: { id: "desc" },
    take: ITEMS_PER_PAGE + 1,
    select: itemSelect,
  });
  const page = items.slice(0, ITEMS_PER_PAGE);
  const waiting = await countWaitingOf([feedId]);
  return {
    ...toSummary(row, waiting.get(feedId) ?? 0),
    teamSlug: viewer.teamSlug,
    failures: row.failures,
    rules: await listRules(feedId),
    items: page.map(toItemLine),
    after: items.length > page.length ? String(page.at(-1)?.id ?? "") || null : null,
  };
}

async function listRules(feedId: string): Promise<FeedRuleLine[]> {
  const rows = await db().feedRule.findMany({
    where: { feedId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: MAX_RULES,
    select: {
      id: true,
      kind: true,
      value: true,
      action: true,
      createdBy: { select: { name: true } },
      _count: { select: { items: true } },
    },
  });
  return rows.map(({ createdBy, _count, ...rule }) => ({ ...rule, createdBy: createdBy.name, affected: _count.items }));
}

type FeedRow = Prisma.FeedGetPayload<{ select: typeof feedSelect }>;

function toSummary(row: FeedRow, waiting: number): FeedSummary {
  const { id, url, title, conference, lastCheckedAt, lastResult, lastError, nextAt, pausedAt, import: open } = row;
  return {
    ...{ id, url, title, conference, lastCheckedAt, lastResult, lastError, nextAt, waiting },
    isPaused: pausedAt !== null,
    importId: open?.state === "reviewing" ? open.id : null,
  };
}

async function countWaitingOf(feedIds: string[]): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ feedId: string; waiting: number }[]>`
    SELECT feed_id AS "feedId", count(*)::int AS waiting
    FROM feed_item JOIN candidate ON candidate.id = candidate_id JOIN import ON import.id = candidate.import_id
    WHERE feed_id = ANY(${feedIds}::uuid[]) AND resolution = 'open' AND state = 'reviewing'
    GROUP BY feed_id`;
  return new Map(rows.map(({ feedId, waiting }) => [feedId, waiting]));
}
