import type { SourceFacts } from "../types";

import { attribute, elementsOf, textOf, type Element, type Parent } from "./html-nodes";
import { isoDate } from "./iso-date";
import { jsonLdFacts } from "./json-ld";
import { repairMojibake } from "./mojibake";

/** What stands between a page's title and the name of its site. */
const SITE = /\s+(?:[|–—·•»]|::|-)\s+[^|–—·•»]{1,40}$/;

/** What a page says of itself: title without the site's name, author, address, date. `root` is where its article stands. */
export function pageFacts(page: Parent, root: Parent): SourceFacts {
  const elements = elementsOf(page);
  const meta = metaOf(elements);
  const data = jsonLdFacts(page);
  const heading = headingOf(elements, root);
  const title = elements.find((element) => element.tagName === "title");
  const canonical = elements.find((element) => element.tagName === "link" && attribute(element, "rel") === "canonical");
  return {
    title: firstText(meta.get("og:title"), data.title, heading && textOf(heading), title && withoutSite(textOf(title))),
    author: firstText(meta.get("author"), personIn(meta.get("article:author")), data.author, byline(elements)),
    url:
      [canonical && attribute(canonical, "href"), meta.get("og:url"), data.url].map(webAddress).find(Boolean) ?? null,
    publishedOn: isoDate(
      firstText(meta.get("article:published_time"), data.publishedOn, dateIn(elements), meta.get("date")),
    ),
  };
}

function metaOf(elements: readonly Element[]): Map<string, string> {
  const meta = new Map<string, string>();
  for (const element of elements) {
    const name = attribute(element, "property") ?? attribute(element, "name");
    const content = attribute(element, "content");
    if (element.tagName === "meta" && name && content && !meta.has(name)) meta.set(name.toLowerCase(), content);
  }
  return meta;
}

/** The first main heading of the article, else the last one before it: a site's name comes earlier. */
function headingOf(elements: readonly Element[], root: Parent): Element | undefined {
  const headings = elements.filter((element) => element.tagName === "h1" && textOf(element).trim() !== "");
  const start = "sourceCodeLocation" in root ? (root.sourceCodeLocation?.startOffset ?? 0) : 0;
  const at = (element: Element) => element.sourceCodeLocation?.startOffset ?? 0;
  const inside = new Set(elementsOf(root));
  return headings.find((heading) => inside.has(heading)) ?? headings.findLast((heading) => at(heading) < start);
}

function byline(elements: readonly Element[]): string | null {
  const named = elements.find(
    (element) => attribute(element, "rel") === "author" || attribute(element, "itemprop") === "author",
  );
  const text = named ? textOf(named).trim() : "";
  return text.length < 80 ? text : null;
}

function dateIn(elements: readonly Element[]): string | null {
  const dated = elements.find((element) => attribute(element, "itemprop") === "datePublished");
  const time = elements.find((element) => element.tagName === "time" && attribute(element, "datetime"));
  const element = dated ?? time;
  return element ? (attribute(element, "content") ?? attribute(element, "datetime") ?? textOf(element)) : null;
}

/** Some pages give the address of the author's page for a name. */
function personIn(author: string | undefined): string | null {
  return author && !/^https?:/i.test(author) ? author : null;
}

function webAddress(url: string | null | undefined): string | null {
  const trimmed = url?.trim() ?? "";
  return /^https?:\/\/[^\s]+$/i.test(trimmed) ? trimmed : null;
}

function withoutSite(title: string): string {
  return title.replace(/\s+/g, " ").trim().slice(0, 500).replace(SITE, "");
}

function firstText(...texts: (string | null | undefined)[]): string | null {
  for (const text of texts) {
    const clean = repairMojibake(text ?? "")
      .replace(/\s+/g, " ")
      .trim();
    if (clean !== "") return clean;
  }
  return null;
}
