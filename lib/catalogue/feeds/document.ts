import { ok, refuse, type Result } from "@/lib/errors/problem";
import { decodeSource } from "@/lib/recap/decode";
import { readFeed } from "@/lib/recap/listing/feed";
import { describeListed, type Listed } from "@/lib/recap/listing/listed";
import { htmlText } from "@/lib/recap/parse/html";
import { oneLine } from "@/lib/text/one-line";

import type { FoundCandidate } from "../imports/storable";

import { feedLinkOf } from "./feed-link";
import { keysOfItems } from "./item-keys";

/** An item as a feed has it; `keys` is by what it is known again, see `keysOfItems`. */
export type DocumentItem = {
  keys: string[];
  title: string;
  url: string | null;
  publishedOn: string | null;
  listed: Listed;
};

export type FeedDocument = { title: string | null; items: DocumentItem[] };

/** What stands at an address: a feed, or a page that names one. */
export type Found = { kind: "feed"; document: FeedDocument } | { kind: "page"; feedUrl: string };

/** More than a year of the busiest vendor; what is further down has been there before. */
const MAX_ITEMS = 2_000;
const MAX_TITLE = 300;
/** The first feeds are of 1999; a post may be dated ahead by a zone or an embargo, not by a year. */
const FIRST_YEAR = 1995;
const DAY = 24 * 3600 * 1000;
const AHEAD = 31 * DAY;

/**
 * Reads what an address answered. Items without words are left out, those that repeat another too; one without a title is
 * called by its beginning, and a date that cannot be is none. Refuses, in a sentence, what is neither a feed nor a page that names one.
 */
export function readDocument(bytes: Uint8Array, url: string, now: Date): Result<Found> {
  const decoded = decodeSource(bytes);
  if (!decoded.ok)
    return refuse(decoded.problem.kind, "What the address answers is not a feed that can be read. Check it.");
  const feed = readFeed(decoded.value);
  if (!feed) {
    const feedUrl = feedLinkOf(decoded.value, url);
    if (feedUrl) return ok({ kind: "page", feedUrl });
    return refuse(
      "invalid",
      "There is no feed at this address. Look for one called RSS, Atom or JSON feed on the page.",
    );
  }
  const entries = feed.entries.slice(0, MAX_ITEMS).map(named);
  const keys = keysOfItems(entries.map(({ title, listed }) => ({ title, url: listed.url, guid: listed.guid ?? null })));
  const items = entries.flatMap(({ title, listed }, index) => {
    const own = keys[index];
    const publishedOn = plausible(listed.publishedOn, now);
    return own && title !== "" ? [{ keys: own, title, url: listed.url, publishedOn, listed }] : [];
  });
  return ok({ kind: "feed", document: { title: oneLine(htmlText(feed.facts.title ?? "")) || null, items } });
}

/** The candidate that the reader makes of an item; null when it finds no title worth one. */
export function candidateOf({ listed }: DocumentItem): FoundCandidate | null {
  const described = describeListed(listed);
  // Its place was in the feed's own text, which is not kept.
  return described && { ...described, place: null, vendorId: vendorIdOf(listed.guid?.trim() ?? "") };
}

function named(entry: Listed): { listed: Listed; title: string } {
  const [title = "", text = ""] = [entry.title, entry.text.slice(0, 4 * MAX_TITLE)].map((html) =>
    oneLine(htmlText(html)),
  );
  return { listed: entry, title: (title || text).slice(0, MAX_TITLE) };
}

/** A guid is the vendor's id for everybody only when it is like no other: an address, or longer than a number or a word. */
function vendorIdOf(guid: string): string | null {
  return guid.length >= 20 && guid.length <= 300 ? guid : null;
}

function plausible(day: string | null, now: Date): string | null {
  if (day === null) return null;
  const at = new Date(day);
  return at.getUTCFullYear() >= FIRST_YEAR && at.getTime() <= now.getTime() + AHEAD ? day : null;
}
