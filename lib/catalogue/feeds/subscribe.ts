import "server-only";

import { db, type Tx } from "@/lib/db/client";
import { ok, refuse, refuseInvalid, type Result } from "@/lib/errors/problem";
import { recordAudit } from "@/lib/identity/audit";
import { permit } from "@/lib/identity/permissions";
import type { TeamViewer } from "@/lib/identity/types";

import { conferenceFor } from "../imports/conference-for";
import { MAX_TITLE } from "../imports/schema";
import { storable } from "../imports/storable";

import { resultOf, succeeded, validatorsOf } from "./check-feed";
import { findFeedAt, type Fetched } from "./fetch-document";
import { feedAddressSchema, MAX_FEEDS, type FeedAddressInput } from "./schema";
import { takeItems } from "./take-items";
import type { FeedPreview } from "./types";

const SHOWN = 5;

/** Looks what stands at an address, without subscribing to it: the feed, or the one that the page there names. */
export async function tryFeed(viewer: TeamViewer, input: FeedAddressInput): Promise<Result<FeedPreview>> {
  const permitted = permit(viewer, "feed.manage");
  if (!permitted.ok) return permitted;
  const parsed = feedAddressSchema.safeParse(input);
  if (!parsed.success) return refuseInvalid(parsed.error);
  const found = await findFeedAt(parsed.data.url);
  if (!found.ok) return found;
  const { url, isFromPage, document } = found.value;
  const { items } = document;
  return ok({
    ...{ url, isFromPage, title: titleOf(found.value), count: items.length },
    latest: items.reduce<string | null>(
      (latest, { publishedOn: on }) => (on && (!latest || on > latest) ? on : latest),
      null,
    ),
    first: items.slice(0, SHOWN).map(({ title, publishedOn }) => ({ title, publishedOn })),
  });
}

/**
 * Subscribes a conference to a feed for the viewer's team: reads it, and puts its items before a person for review. An
 * address that cannot be read is not subscribed to, nor is one that is already.
 */
export async function subscribeFeed(
  viewer: TeamViewer,
  input: FeedAddressInput,
): Promise<Result<{ feedId: string; taken: number }>> {
  const permitted = permit(viewer, "feed.manage");
  if (!permitted.ok) return permitted;
  const parsed = feedAddressSchema.safeParse(input);
  if (!parsed.success) return refuseInvalid(parsed.error);
  const found = await findFeedAt(parsed.data.url);
  if (!found.ok) return found;
  return db().$transaction(async (tx) => {
    const conferenceId = await conferenceFor(tx, viewer, { conferenceSlug: parsed.data.conferenceSlug });
    if (!conferenceId.ok) return conferenceId;
    return store(tx, viewer, conferenceId.value, found.value);
  });
}

async function store(
  tx: Tx,
  viewer: TeamViewer,
  conferenceId: string,
  fetched: Fetched,
): Promise<Result<{ feedId: string; taken: number }>> {
  // Two at once would both find room for one more.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`feeds:${viewer.teamId}`}, 0))`;
  const { teamId, personId: createdById } = viewer;
  if ((await tx.feed.count({ where: { teamId } })) >= MAX_FEEDS) {
    return refuse("conflict", `The team follows ${MAX_FEEDS} feeds, which is as many as there can be. End one first.`);
  }
  const { url } = fetched;
  const feed = { teamId, conferenceId, createdById, url, title: titleOf(fetched) };
  const [made] = await tx.feed.createManyAndReturn({ data: [feed], skipDuplicates: true, select: { id: true } });
  if (!made) {
    const message = "This conference is already subscribed to this feed.";
    return refuse("conflict", message, { fields: { url: message } });
  }
  const taken = await takeItems(tx, { ...feed, id: made.id }, fetched.document.items);
  const result = succeeded(resultOf(taken, fetched.document.items.length), new Date());
  await tx.feed.update({
    where: { id: made.id },
    data: { ...result, ...validatorsOf(fetched, taken) },
    select: { id: true },
  });
  await recordAudit(tx, {
    viewer,
    action: "feed.subscribed",
    subject: { type: "feed", id: made.id },
    data: { url, conferenceId },
  });
  return ok({ feedId: made.id, taken: taken.itemIds.length });
}

/** A feed without a title is called by its host. */
function titleOf({ document, url }: Fetched): string {
  return storable(document.title ?? new URL(url).host).slice(0, MAX_TITLE);
}
