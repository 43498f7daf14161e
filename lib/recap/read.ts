import { choose } from "./choose";
import { findConference } from "./conference";
import { describeCandidate } from "./describe/candidate";
import { NO_FACTS, type Document } from "./document";
import { recogniseFormat } from "./format";
import { readFeed } from "./listing/feed";
import { describeListed, type Listing } from "./listing/listed";
import { readCsv } from "./listing/csv";
import { readJson } from "./listing/json";
import { mergeRepeated } from "./merge";
import { reserve } from "./newsiness";
import { outline, type Entry } from "./outline";
import { parseHtml } from "./parse/html";
import { parseMarkdown } from "./parse/markdown";
import { parsePlainText } from "./parse/plain-text";
import { proposeAnnouncing } from "./propose/announcing";
import { proposeHeadings } from "./propose/headings";
import { proposeInline } from "./propose/inline";
import { proposeItems } from "./propose/items";
import { proposeLeads } from "./propose/leads";
import { splitProposal } from "./propose/split";
import { vendorOf } from "./services/find-services";
import type { Vendor } from "./services/gazetteer";
import type { Candidate, Format, Reading } from "./types";
import { weigh } from "./weigh";

/** A list that cannot be read is no prose either. */
const NOTHING: Listing = { facts: NO_FACTS, entries: [] };

/** Reads a post, feed or list: what it is, and the announcements it proposes, in its order. Takes any text; never throws. */
export function readRecap(text: string): Reading {
  const format = recogniseFormat(text);
  const listing = readListing(format, text);
  return listing ? readEntries(format, listing) : readPost(format, text);
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

function readPost(format: Format, text: string): Reading {
  const document = parseAs(format, text);
  const title = document.facts.title ?? firstHeading(document);
  const plain = document.blocks.map((block) => block.text).join("\n");
  const conference = findConference({ title, text: plain, publishedOn: document.facts.publishedOn });
  const vendor = conference?.vendor ?? vendorOf(`${title ?? ""}\n${plain}`);
  const doubt = reserve({ document, title, plain, isOfConference: conference !== null });
  const announcements = findAnnouncements(outline(document, vendor), vendor, doubt);
  return { format, conference: conference?.name ?? null, source: { ...document.facts, title }, announcements };
}

function parseAs(format: Format, text: string): Document {
  if (format === "markdown") return parseMarkdown(text);
  return format === "html" ? parseHtml(text) : parsePlainText(text);
}

function findAnnouncements(entries: readonly Entry[], vendor: Vendor | null, doubt: number): Candidate[] {
  const proposals = [proposeLeads, proposeHeadings, proposeAnnouncing, proposeItems, proposeInline]
    .flatMap((propose) => propose(entries))
    .flatMap((proposal) => splitProposal(proposal, vendor));
  const weighed = proposals.flatMap((proposal) => {
    const own = weigh(proposal, vendor);
    return own === null ? [] : [{ proposal, own }];
  });
  return mergeRepeated(choose(weighed, doubt)).map((merged) => describeCandidate(merged, vendor));
}

function firstHeading(document: Document): string | null {
  return document.blocks.find((block) => block.kind === "heading")?.text.replace(/\s+/g, " ") ?? null;
}
