import "server-only";

import type { Tx } from "@/lib/db/client";

import { MAX_WAITING } from "./take-items";
import type { RuleSubject } from "./types";

/** An item that waits for a person, as rules look at it. */
export type WaitingItem = RuleSubject & {
  itemId: bigint;
  candidateId: string;
  /** Set when it seems to be an announcement that is here already, and why. */
  announcementId: string | null;
  matchReason: string | null;
};

/**
 * The items of a feed that wait for a person, all or those given, in the order of their import; their import is held until the
 * transaction ends, so that no review gets between. The feed's row must be held.
 */
export async function holdWaiting(tx: Tx, feedId: string, itemIds?: readonly bigint[]): Promise<WaitingItem[]> {
  await tx.$queryRaw`
    SELECT import.id FROM import JOIN feed ON feed.import_id = import.id WHERE feed.id = ${feedId}::uuid
    FOR UPDATE OF import`;
  const rows = await tx.feedItem.findMany({
    where: {
      feedId,
      ...(itemIds && { id: { in: [...itemIds] } }),
      candidate: { resolution: "open", import: { state: "reviewing" } },
    },
    orderBy: { candidate: { position: "asc" } },
    take: MAX_WAITING,
    select: {
      id: true,
      candidate: {
        select: {
          id: true,
          title: true,
          excerpt: true,
          services: true,
          category: true,
          announcementId: true,
          matchReason: true,
        },
      },
    },
  });
  return rows.flatMap(({ id: itemId, candidate }) => {
    if (!candidate) return [];
    const { id: candidateId, ...subject } = candidate;
    return [{ itemId, candidateId, ...subject }];
  });
}
