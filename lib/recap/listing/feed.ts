import { parseFeed } from "feedsmith";
import { z } from "zod";

import { NO_FACTS } from "../document";
import { htmlText } from "../parse/html";
import { isoDate } from "../parse/iso-date";
import type { Place } from "../types";

import { jsonItems } from "./json-items";
import { MAX_ENTRIES, withoutRepeated, type Listed, type Listing } from "./listed";
import { tameXml } from "./xml";

const text = z
  .union([z.string(), z.object({ value: z.string().optional() }).transform(({ value }) => value)])
  .optional()
  .catch(undefined);
const string = z.string().optional().catch(undefined);
const categories = z
  .array(z.object({ name: string, term: string, label: string }))
  .optional()
  .catch(undefined);

/** RSS and RDF items, Atom entries and JSON Feed items, in the fields that tell of an announcement. */
const itemSchema = z.object({
  title: text,
  link: string,
  url: string,
  external_url: string,
  links: z
    .array(z.object({ href: string, rel: string }))
    .optional()
    .catch(undefined),
  guid: text,
  id: string,
  rdf: z.object({ about: string }).optional().catch(undefined),
  description: text,
  summary: text,
  content: z.union([z.object({ encoded: z.string() }).transform(({ encoded }) => encoded), text]).optional(),
  content_html: string,
  content_text: string,
  categories,
  tags: z.array(z.string()).optional().catch(undefined),
  pubDate: string,
  published: string,
  updated: string,
  date_published: string,
  dc: z
    .object({ dates: z.array(z.string()).optional(), subjects: z.array(z.string()).optional() })
    .optional()
    .catch(undefined),
});
const feedSchema = z.object({
  title: text,
  link: string,
  links: itemSchema.shape.links,
  home_page_url: string,
  pubDate: string,
  updated: string,
  items: z.array(itemSchema).optional(),
  entries: z.array(itemSchema).optional(),
});

type Item = z.infer<typeof itemSchema>;

/** The entries of an RSS, RDF, Atom or JSON feed; null when the text is none that can be read. */
export function readFeed(source: string): Listing | null {
  const isJson = /^\uFEFF?\s*\{/.test(source);
  const tamed = isJson ? null : tameXml(source);
  const feed = parse(tamed?.xml ?? source.replace(/^\uFEFF/, ""));
  if (!feed) return null;
  const items = (feed.items ?? feed.entries ?? []).slice(0, MAX_ENTRIES);
  const places = tamed?.items ?? jsonItems(source, ["items"]);
  const url = webAddress(feed.link ?? feed.home_page_url ?? linkOf(feed.links), null);
  const entries = items.map((item, index) => listed(item, url, places.length === items.length ? places[index] : null));
  const publishedOn = isoDate(feed.pubDate ?? feed.updated ?? null) ?? latestOf(entries);
  return {
    facts: { ...NO_FACTS, title: feed.title ? htmlText(feed.title) || null : null, url, publishedOn },
    entries: withoutRepeated(entries),
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

function listed(item: Item, base: string | null, place: Place | null | undefined): Listed {
  const texts = [item.content_html, item.content_text, item.description, item.summary, item.content];
  const dates = [item.pubDate, item.published, item.date_published, item.updated, item.dc?.dates?.[0]];
  const address = item.link ?? item.url ?? linkOf(item.links) ?? item.external_url ?? item.guid;
  return {
    title: item.title ?? "",
    text: texts.find((each) => each?.trim()) ?? "",
    url: webAddress(address, base),
    section: sectionOf(item),
    tags: [
      ...(item.categories ?? []).flatMap(({ name, label, term }) => name ?? label ?? term ?? []),
      ...(item.tags ?? []),
      ...(item.dc?.subjects ?? []),
    ],
    status: null,
    publishedOn: isoDate(dates.find((date) => date?.trim()) ?? null),
    place: place ?? null,
    guid: item.guid ?? item.id ?? item.rdf?.about ?? null,
  };
}

function linkOf(links: Item["links"]): string | undefined {
  const link = links?.find(({ rel }) => rel === undefined || rel === "alternate") ?? links?.[0];
  return link?.href;
}

/** An address on the web; one that is relative is taken to be on the feed's site. */
function webAddress(address: string | undefined, base: string | null): string | null {
  const trimmed = address?.trim() ?? "";
  if (/^https?:\/\//i.test(trimmed)) return trimmed;
  if (base === null || !/^\/|^\.\.?\//.test(trimmed)) return null;
  return URL.canParse(trimmed, base) ? new URL(trimmed, base).href : null;
}

/** The first plain category; AWS packs machine-readable ones into one element, which say nothing to people. */
function sectionOf({ categories: named, tags }: Item): string | null {
  const names = [...(named ?? []).map(({ name, label, term }) => name ?? label ?? term ?? ""), ...(tags ?? [])];
  return names.find((name) => name !== "" && !name.includes("/")) ?? null;
}

function latestOf(entries: readonly Listed[]): string | null {
  const dates = entries.flatMap(({ publishedOn }) => publishedOn ?? []).sort();
  return dates.at(-1) ?? null;
}
