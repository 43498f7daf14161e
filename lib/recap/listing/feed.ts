import { parseFeed } from "feedsmith";
import { z } from "zod";

import { NO_FACTS } from "../document";
import { isoDate } from "../parse/iso-date";
import type { Place } from "../types";

import type { Listed, Listing } from "./listed";

const text = z
  .union([z.string(), z.object({ value: z.string().optional() }).transform(({ value }) => value)])
  .optional();
const categories = z.array(z.object({ name: z.string().optional(), term: z.string().optional() })).optional();

/** RSS and RDF items, Atom entries and JSON Feed items, in the fields that tell of an announcement. */
const itemSchema = z.object({
  title: text,
  link: z.string().optional(),
  url: z.string().optional(),
  links: z.array(z.object({ href: z.string().optional(), rel: z.string().optional() })).optional(),
  description: text,
  summary: text,
  content: z.union([z.object({ encoded: z.string() }).transform(({ encoded }) => encoded), text]).optional(),
  content_html: z.string().optional(),
  content_text: z.string().optional(),
  categories,
});
const feedSchema = z.object({
  title: text,
  link: z.string().optional(),
  home_page_url: z.string().optional(),
  pubDate: z.string().optional(),
  updated: z.string().optional(),
  items: z.array(itemSchema).optional(),
  entries: z.array(itemSchema).optional(),
});

type Item = z.infer<typeof itemSchema>;

/** The entries of an RSS, RDF, Atom or JSON feed; null when the text is none that can be read. */
export function readFeed(source: string): Listing | null {
  const feed = parse(source);
  if (!feed) return null;
  const items = feed.items ?? feed.entries ?? [];
  const places = placesOf(source, items.length);
  return {
    facts: {
      ...NO_FACTS,
      title: feed.title ?? null,
      url: feed.link ?? feed.home_page_url ?? null,
      publishedOn: isoDate(feed.pubDate ?? feed.updated ?? null),
    },
    entries: items.map((item, index) => listed(item, places[index] ?? null)),
  };
}

function parse(source: string) {
  try {
    const parsed = feedSchema.safeParse(parseFeed(source).feed);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function listed(item: Item, place: Place | null): Listed {
  const link = item.links?.find(({ rel }) => rel === undefined || rel === "alternate") ?? item.links?.[0];
  return {
    title: item.title ?? "",
    text: item.content_html ?? item.content_text ?? item.description ?? item.summary ?? item.content ?? "",
    url: item.link ?? item.url ?? link?.href ?? null,
    section: sectionOf(item),
    place,
  };
}

/** The first plain category; AWS packs machine-readable ones into one element, which say nothing to people. */
function sectionOf(item: Item): string | null {
  const names = (item.categories ?? []).map(({ name, term }) => name ?? term ?? "");
  return names.find((name) => name !== "" && !name.includes("/")) ?? null;
}

/** Where each item stands in an XML feed; nothing when they cannot be counted surely. */
function placesOf(source: string, count: number): Place[] {
  const starts = Array.from(source.matchAll(/<(?:\w+:)?(?:item|entry)[\s>]/g), (match) => match.index);
  const ends = Array.from(source.matchAll(/<\/(?:\w+:)?(?:item|entry)>/g), (match) => match.index + match[0].length);
  if (starts.length !== count || ends.length !== count) return [];
  return starts.map((start, index) => ({ start, end: Math.max(start, ends[index] ?? start) }));
}
