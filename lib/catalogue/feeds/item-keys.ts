import { hash } from "node:crypto";

import { oneLine } from "@/lib/text/one-line";

import { canonicalUrl } from "../canonical-url";

/** What an item of a feed is called by, as the feed writes it. */
export type Named = { guid: string | null; url: string | null; title: string };

/**
 * By what each item of a feed is known again, in their order: its guid, else its link, else its title; and by its page
 * under its title, so that a feed whose guids change with every reading does not bring everything anew. A guid or link
 * that different items of one document share identifies none. Null for an item that repeats an earlier one.
 */
export function keysOfItems(items: readonly Named[]): (string[] | null)[] {
  const seen = new Set<string>();
  const parts = items.map((item) => {
    const link = item.url === null ? null : canonicalUrl(item.url);
    const title = oneLine(item.title).toLowerCase();
    const guid = item.guid?.trim() || null;
    const whole = JSON.stringify([guid, link, title]);
    const isRepeated = seen.has(whole);
    seen.add(whole);
    return isRepeated ? null : { guid, link, title };
  });
  const guids = sharedOf(parts.map((part) => part?.guid ?? null));
  const links = sharedOf(parts.map((part) => part?.link ?? null));
  const taken = new Set<string>();
  return parts.map((part) => {
    if (!part) return null;
    const { guid, link, title } = part;
    const page = link === null ? [] : [key("page", `${link}\n${title}`)];
    const own =
      guid !== null && !guids.has(guid)
        ? key("guid", guid)
        : link !== null && !links.has(link)
          ? key("link", link)
          : (page[0] ?? key("title", title));
    const keys = [...new Set([own, ...page])];
    if (keys.some((one) => taken.has(one))) return null;
    for (const one of keys) taken.add(one);
    return keys;
  });
}

/** Short enough to index, however absurd the id. */
function key(kind: string, value: string): string {
  return `${kind}:${hash("sha256", value, "base64url")}`;
}

function sharedOf(values: readonly (string | null)[]): Set<string> {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return new Set([...counts].flatMap(([value, count]) => (count > 1 ? [value] : [])));
}
