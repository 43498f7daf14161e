import "server-only";

import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Problem } from "@/lib/errors/problem";
import { formatCount } from "@/lib/format/number";

import { MAX_TITLE } from "../imports/schema";
import { storable } from "../imports/storable";

import { fetchDocument, type Fetched } from "./fetch-document";
import { isHeld, type LeasedFeed } from "./lease";
import { nextCheck } from "./schedule";
import { takeItems, type Taken } from "./take-items";

/** What a check found, as it was stored; null when somebody else has taken the feed over meanwhile. */
export type Checked = { lastResult: string; lastError: string | null; itemIds: bigint[] } | null;

const FREE = { leaseId: null, leaseUntil: null };

/**
 * Reads a feed that is held, takes what is new, stores how it went and when to come back, and lets go of it. An
 * unchanged feed costs one request and one statement.
 */
export async function checkFeed(feed: LeasedFeed): Promise<Checked> {
  const fetched = await fetchDocument(feed.url, feed);
  const now = new Date();
  if (!fetched.ok) return storeFailure(feed, fetched.problem, now);
  if (fetched.value === "unchanged") return store(feed, succeeded("Nothing new: unchanged.", now));
  return storeItems(feed, fetched.value, now);
}

/** The columns of a feed after a check that went well. */
export function succeeded(lastResult: string, now: Date) {
  const nextAt = nextCheck({ failures: 0, retryAfter: null, now, random: Math.random() });
  return { ...FREE, lastResult, lastError: null, failures: 0, notBefore: null, lastCheckedAt: now, nextAt };
}

/** By what the state that was just read is known again; not while some of it has yet to be taken. */
export function validatorsOf({ etag, lastModified }: Fetched, { held }: Taken) {
  return held > 0 ? { etag: null, lastModified: null } : { etag, lastModified };
}

/** What a check found, in words. */
export function resultOf({ itemIds, held }: Taken, count: number): string {
  const news = itemIds.length === 0 ? "Nothing new" : `${itemIds.length} new`;
  const rest = held > 0 ? ` ${formatCount(held, "more")} once those that wait are reviewed.` : "";
  return `${news} of ${formatCount(count, "item")}.${rest}`;
}

async function storeItems(feed: LeasedFeed, fetched: Fetched, now: Date): Promise<Checked> {
  return db().$transaction(async (tx) => {
    if (!(await isHeld(tx, feed))) return null;
    const { items, title } = fetched.document;
    const taken = await takeItems(tx, feed, items);
    const lastResult = resultOf(taken, items.length);
    await tx.feed.update({
      where: { id: feed.id },
      data: {
        ...succeeded(lastResult, now),
        ...validatorsOf(fetched, taken),
        ...(title !== null && { title: storable(title).slice(0, MAX_TITLE) }),
      },
      select: { id: true },
    });
    return { lastResult, lastError: null, itemIds: taken.itemIds };
  });
}

async function storeFailure(feed: LeasedFeed, problem: Problem, now: Date): Promise<Checked> {
  const failures = feed.failures + 1;
  const retryAfter = problem.retryAfter ?? null;
  const data = {
    ...FREE,
    failures,
    lastError: problem.message,
    lastCheckedAt: now,
    notBefore: retryAfter === null ? null : new Date(now.getTime() + retryAfter * 1000),
    nextAt: nextCheck({ failures, retryAfter, now, random: Math.random() }),
  };
  return store(feed, data);
}

async function store({ id, leaseId }: LeasedFeed, data: Prisma.FeedUpdateManyMutationInput): Promise<Checked> {
  const [stored] = await db().feed.updateManyAndReturn({
    where: { id, leaseId },
    data,
    select: { lastResult: true, lastError: true },
  });
  return stored ? { ...stored, itemIds: [] } : null;
}
