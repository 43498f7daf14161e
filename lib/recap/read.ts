import { findConference } from "./conference";
import { describeCandidate } from "./describe/candidate";
import { NO_FACTS } from "./document";
import { recogniseFormat } from "./format";
import { choose, FITTED, type Weights } from "./judge/judge";
import { postOf } from "./judge/post";
import { readFeed } from "./listing/feed";
import { describeListed, type Listing } from "./listing/listed";
import { readCsv } from "./listing/csv";
import { readJson } from "./listing/json";
import { mergeRepeated } from "./merge";
import { proposalsOf } from "./propose/all";
import type { Format, Reading } from "./types";

/** A list that cannot be read is no prose either. */
const NOTHING: Listing = { facts: NO_FACTS, entries: [] };

/**
 * Reads a post, feed or list: what it is, and the announcements it proposes, in its order. Takes any text; never throws.
 * `weights` are other ones only where the reader itself is being measured.
 */
export function readRecap(text: string, weights: Weights = FITTED): Reading {
  const format = recogniseFormat(text);
  const listing = readListing(format, text);
  return listing ? readEntries(format, listing) : readPost(format, text, weights);
}

function readListing(format: Format, text: string): Listing | null {
  switch (format) {
    case "feed":
      return readFeed(text) ?? NOTHING;
    case "csv":
      return readCsv(text) ?? NOTHING;
    case "json":
      return readFeed(text) ?? readJson(text) ?? NOTHING;
    default:
      return null;
  }
}

function readEntries(format: Format, { facts, entries }: Listing): Reading {
  const text = entries.map((entry) => entry.title).join("\n");
  const conference = findConference({ title: facts.title, text, publishedOn: facts.publishedOn });
  const announcements = entries.flatMap((entry) => describeListed(entry) ?? []);
  return { format, conference: conference?.name ?? null, source: facts, announcements };
}

function readPost(format: Format, text: string, weights: Weights): Reading {
  const { title, conference, vendor, entries, post } = postOf(format, text);
  const chosen = choose(proposalsOf({ entries, vendor }), post, weights);
  const announcements = mergeRepeated(chosen).map((merged) => describeCandidate(merged, vendor));
  return { format, conference: conference?.name ?? null, source: { ...post.document.facts, title }, announcements };
}
