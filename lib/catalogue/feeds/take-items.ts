import "server-only";

import type { Tx } from "@/lib/db/client";

import { storable } from "../imports/storable";

import { appendCandidates, type Appending } from "./append";
import { candidateOf, type DocumentItem } from "./document";

/** More than anybody reviews in a sitting; the rest is taken when these are done with. */
export const MAX_WAITING = 2_000;

export type Taken = {
  /** Ids of the items that were new and tell of an announcement. */
  itemIds: bigint[];
  /** New items that were not taken, because too many wait already. */
  held: number;
};

/**
 * Takes the items that the feed has not brought before, each once, and puts them before a person: as candidates of the
 * feed's import. One that tells of no announcement is remembered all the same. The feed's row must be held.
 */
export async function takeItems(tx: Tx, feed: Appending, items: readonly DocumentItem[]): Promise<Taken> {
  const fresh = await freshOf(tx, feed.id, items);
  const room = Math.max(0, MAX_WAITING - (await countWaiting(tx, feed.id)));
  const described = fresh.slice(0, room).map((item) => ({ item, candidate: candidateOf(item) }));
  const held = Math.max(0, fresh.length - room);
  const candidates = described.flatMap(({ candidate }) => candidate ?? []);
  const ids = candidates.length > 0 ? await appendCandidates(tx, feed, candidates) : [];
  const taken = new Map(candidates.map((candidate, index) => [candidate, ids[index]]));
  // The first of a feed is its newest, and so is the last that is stored.
  const rows = await tx.feedItem.createManyAndReturn({
    data: described.toReversed().map(({ item: { keys, title, url, publishedOn }, candidate }) => ({
      feedId: feed.id,
      keys,
      title: storable(candidate?.title ?? title),
      url,
      publishedOn: publishedOn === null ? null : new Date(publishedOn),
      candidateId: (candidate && taken.get(candidate)) ?? null,
    })),
    select: { id: true, candidateId: true },
  });
  return { itemIds: rows.flatMap(({ id, candidateId }) => (candidateId === null ? [] : [id])), held };
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
