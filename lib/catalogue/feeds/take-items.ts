import "server-only";

import type { Tx } from "@/lib/db/client";

import { appendCandidates, type Appending } from "./append";
import { candidateOf, type DocumentItem } from "./document";

/** More than anybody reviews in a sitting; the rest is taken when these are done with. */
export const MAX_WAITING = 2_000;

export type Taken = {
  /** Ids of the items that were new, in the order of the feed. */
  itemIds: bigint[];
  /** New items that were not taken, because too many wait already. */
  held: number;
};

/**
 * Takes the items that the feed has not brought before, each once, and puts them before a person: as candidates of the
 * feed's import. The feed's row must be held.
 */
export async function takeItems(tx: Tx, feed: Appending, items: readonly DocumentItem[]): Promise<Taken> {
  const fresh = await freshOf(tx, feed.id, items);
  const room = Math.max(0, MAX_WAITING - (await countWaiting(tx, feed.id)));
  const described = fresh.slice(0, room).flatMap((item) => {
    const candidate = candidateOf(item);
    return candidate ? [{ item, candidate }] : [];
  });
  const held = Math.max(0, fresh.length - room);
  if (described.length === 0) return { itemIds: [], held };
  const candidateIds = await appendCandidates(
    tx,
    feed,
    described.map(({ candidate }) => candidate),
  );
  const rows = await tx.feedItem.createManyAndReturn({
    data: described.map(({ item: { keys, url, publishedOn }, candidate }, index) => ({
      feedId: feed.id,
      keys,
      title: storableTitle(candidate.title),
      url,
      publishedOn: publishedOn === null ? null : new Date(publishedOn),
      candidateId: candidateIds[index] ?? null,
    })),
    select: { id: true },
  });
  return { itemIds: rows.map(({ id }) => id), held };
}

/** How many items of a feed wait for a person. */
export async function countWaiting(tx: Tx, feedId: string): Promise<number> {
  return tx.feedItem.count({
    where: { feedId, candidate: { resolution: "open", import: { state: "reviewing" } } },
  });
}

async function freshOf(tx: Tx, feedId: string, items: readonly DocumentItem[]): Promise<DocumentItem[]> {
  const asked = items.flatMap(({ keys }) => keys);
  if (asked.length === 0) return [];
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT DISTINCT key FROM feed_item, unnest(keys) AS key
    WHERE feed_id = ${feedId}::uuid AND keys && ${asked}::text[]`;
  const known = new Set(rows.map(({ key }) => key));
  return items.filter(({ keys }) => !keys.some((key) => known.has(key)));
}

function storableTitle(title: string): string {
  return title.replace(/\p{Surrogate}|\0/gu, "\uFFFD");
}
