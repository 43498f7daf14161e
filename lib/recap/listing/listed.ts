import { describeAvailability } from "../describe/availability";
import { describeCategory } from "../describe/category";
import { describeFigures } from "../describe/figures";
import { describeLinks } from "../describe/links";
import { describeTake } from "../describe/take";
import { describeTitle, fullName } from "../describe/title";
import { htmlText } from "../parse/html";
import { repairMojibake } from "../parse/mojibake";
import { sentencesOf } from "../sentences";
import { findServices, vendorOf } from "../services/find-services";
import type { Availability, Candidate, Place, SourceFacts } from "../types";

import { readStatus, statusOf, type Status } from "./status";
import { categoryOfTags, readTags, servicesOfTags, statusOfTags } from "./tags";

/**
 * One entry of a feed or a table: said to be an announcement by where it stands. `title` and `text` may be HTML,
 * `tags` are as the source writes them, `status` is what a column of its own says.
 */
export type Listed = {
  title: string;
  text: string;
  url: string | null;
  section: string | null;
  tags: string[];
  status: string | null;
  /** ISO date, YYYY-MM-DD. */
  publishedOn: string | null;
  place: Place | null;
  /** What a feed calls it by, as written. */
  guid?: string | null;
};

export type Listing = { facts: SourceFacts; entries: Listed[] };

/** Years of a vendor's news; nobody reviews more at once, and what comes after is left out. */
export const MAX_ENTRIES = 20_000;

const MAX_EXCERPT = 600;
/** What an entry says about its announcement stands at its beginning; a blog's feed holds whole posts. */
const MAX_TEXT = 8000;
/** Availability is stated at the beginning or not at all. */
const STATING = 5;
const MAX_TITLE = 300;
const MAX_SERVICES = 4;
/** A list says of itself that it announces; a person still confirms. */
const CONFIDENCE = 0.9;
/** Without a title of its own, an entry may be anything. */
const UNTITLED_CONFIDENCE = 0.6;

/** The candidate of a list entry; null when it says nothing, or tells of something that goes away. */
export function describeListed(entry: Listed): Candidate | null {
  const text = htmlText(repairMojibake(entry.text.slice(0, 4 * MAX_TEXT))).slice(0, MAX_TEXT);
  const written = oneLine(htmlText(repairMojibake(entry.title.slice(0, MAX_TITLE))));
  const [opening] = sentencesOf(text);
  const raw = written || oneLine(opening?.text.slice(0, MAX_TITLE) ?? "");
  const named = readStatus(raw);
  const tags = readTags(entry.tags);
  const status = named.status ?? statusOf(entry.status ?? "") ?? statusOfTags(tags);
  if (status === "retired") return null;
  const vendor = vendorOf(`${raw} ${text} ${entry.url ?? ""}`);
  const title = fullName(describeTitle(named.title), vendor);
  if (!/[\p{L}\p{N}]/u.test(title)) return null;
  return {
    title,
    services: servicesOf([title, ...servicesOfTags(tags, vendor), text], vendor),
    category: describeCategory({ title, context: [text], section: categoryOfTags(tags), vendor }),
    availability: availabilityOf(status, raw, text),
    links: describeLinks([entry.url]),
    figures: describeFigures(`${raw}\n${text}`),
    take: describeTake([text]),
    excerpt: text.slice(0, MAX_EXCERPT) || raw,
    section: entry.section,
    confidence: written === "" ? UNTITLED_CONFIDENCE : CONFIDENCE,
    place: entry.place,
  };
}

/** Entries without those that repeat an earlier one: the same title at the same address. */
export function withoutRepeated(entries: readonly Listed[]): Listed[] {
  const seen = new Set<string>();
  return entries.filter(({ title, text, url }) => {
    const key = JSON.stringify([oneLine(title).toLowerCase() || text, url]);
    return !seen.has(key) && seen.add(key);
  });
}

function servicesOf(texts: readonly string[], vendor: ReturnType<typeof vendorOf>): string[] {
  for (const text of texts) {
    const services = findServices(text, vendor);
    if (services.length > 0) return services.slice(0, MAX_SERVICES);
  }
  return [];
}

function availabilityOf(status: Exclude<Status, "retired"> | null, raw: string, text: string): Availability {
  if (status) return status;
  const sentences = sentencesOf(text).slice(0, STATING);
  return describeAvailability([raw, ...sentences.map((sentence) => sentence.text)]);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
