import "server-only";

import { db, type Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/** A feed that is held for one check; `leaseId` shows whether it still is. */
export type LeasedFeed = {
  id: string;
  teamId: string;
  conferenceId: string;
  createdById: string;
  url: string;
  title: string;
  etag: string | null;
  lastModified: string | null;
  failures: number;
  leaseId: string;
};

/** Longer than any check takes; after it, a check whose process died is taken up by another. */
const LEASE = Prisma.sql`interval '5 minutes'`;

/**
 * Takes up to `count` feeds whose time has come, each for one process alone: others skip what is being taken, and what is
 * held until its lease ends.
 */
export async function leaseDueFeeds(count: number): Promise<LeasedFeed[]> {
  return lease(Prisma.sql`next_at <= now() AND paused_at IS NULL`, count);
}

/** Takes one feed, whether its time has come or not; null while somebody else checks it. */
export async function leaseFeed(feedId: string): Promise<LeasedFeed | null> {
  const [held] = await lease(Prisma.sql`id = ${feedId}::uuid`, 1);
  return held ?? null;
}

/** Whether the feed is still held, in a transaction that keeps it so. */
export async function isHeld(tx: Tx, { id, leaseId }: LeasedFeed): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM feed WHERE id = ${id}::uuid AND lease_id = ${leaseId}::uuid FOR UPDATE`;
  return rows.length === 1;
}

async function lease(which: Prisma.Sql, count: number): Promise<LeasedFeed[]> {
  return db().$queryRaw<LeasedFeed[]>`
    UPDATE feed SET lease_id = gen_random_uuid(), lease_until = now() + ${LEASE}
    WHERE id IN (
      SELECT id FROM feed WHERE ${which} AND (lease_until IS NULL OR lease_until < now())
      ORDER BY next_at LIMIT ${count} FOR UPDATE SKIP LOCKED)
    RETURNING id, team_id AS "teamId", conference_id AS "conferenceId", created_by_id AS "createdById", url, title, etag,
      last_modified AS "lastModified", failures, lease_id AS "leaseId"`;
}
