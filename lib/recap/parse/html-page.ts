import type { DefaultTreeAdapterTypes } from "parse5";

import type { SourceFacts } from "../types";

import { isoDate } from "./iso-date";
import { repairMojibake } from "./mojibake";

type Node = DefaultTreeAdapterTypes.Node;
type Parent = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;

const FURNITURE =
  /(^|[\s_-])(nav(bar|igation)?|menu|sidebar|footer|breadcrumbs?|cookie|consent|newsletter|subscribe|signup|share|sharing|social|related|recommend(ed|ations)?|comments?|comment-list|pagination|pager|author-(bio|box)|byline|post-meta|meta|tags?|toc|table-of-contents|ad|ads|advert|banner|promo|popup|modal|skip-link|screen-reader-text)([\s_-]|$)/i;
const FURNITURE_TAGS = new Set(["nav", "footer", "aside", "form", "dialog"]);
const FURNITURE_ROLES = new Set(["navigation", "banner", "contentinfo", "complementary", "search", "dialog"]);

/** True for menus, banners, share bars and the like: parts of a page that are not its article. */
export function isFurniture(element: Element): boolean {
  if (FURNITURE_TAGS.has(element.tagName)) return true;
  if (FURNITURE_ROLES.has(attribute(element, "role") ?? "")) return true;
  if (attribute(element, "hidden") !== null || attribute(element, "aria-hidden") === "true") return true;
  if (["body", "main", "article"].includes(element.tagName)) return false;
  return FURNITURE.test(`${attribute(element, "class") ?? ""} ${attribute(element, "id") ?? ""}`);
}

/** The element that holds the article: the longest <article>, else <main>, else the body. */
export function contentRoot(page: Parent): Parent {
  const elements = elementsOf(page);
  const articles = elements.filter((element) => element.tagName === "article");
  const main = elements.find((element) => element.tagName === "main" || attribute(element, "role") === "main");
  const body = elements.find((element) => element.tagName === "body");
  const longest = articles.reduce<Element | null>((best, next) => (length(next) > length(best) ? next : best), null);
  if (longest && length(longest) * 2 > length(main ?? body ?? null)) return longest;
  return main ?? body ?? page;
}

/** What a page's head says of it: title without the site's name, author, address, date. */
export function pageFacts(page: Parent): SourceFacts {
  const elements = elementsOf(page);
  const meta = new Map(
    elements
      .filter((element) => element.tagName === "meta")
      .map((element) => [
        attribute(element, "property") ?? attribute(element, "name") ?? "",
        attribute(element, "content"),
      ]),
  );
  const heading = elements.find((element) => element.tagName === "h1");
  const time = elements.find((element) => element.tagName === "time");
  const canonical = elements.find((element) => element.tagName === "link" && attribute(element, "rel") === "canonical");
  const title = elements.find((element) => element.tagName === "title");
  return {
    title: clean(meta.get("og:title")) ?? clean(textOf(heading)) ?? clean(textOf(title)),
    author: clean(meta.get("author")) ?? clean(meta.get("article:author")),
    url: clean(canonical ? attribute(canonical, "href") : meta.get("og:url")),
    publishedOn: isoDate(meta.get("article:published_time") ?? (time ? attribute(time, "datetime") : null) ?? null),
  };
}

/** An attribute's value, or null when the element has none. */
export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((item) => item.name === name)?.value ?? null;
}

/** True for elements, false for text, comments and the document itself. */
export function isElement(node: Node): node is Element {
  return "tagName" in node;
}

/** Every element below a node in document order, without recursion: pages may nest without end. */
function elementsOf(root: Parent): Element[] {
  const found: Element[] = [];
  const queue: Node[] = [...root.childNodes].reverse();
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (!isElement(node)) continue;
    found.push(node);
    for (let i = node.childNodes.length - 1; i >= 0; i -= 1) {
      const child = node.childNodes[i];
      if (child) queue.push(child);
    }
  }
  return found;
}

function length(element: Element | null): number {
  const location = element?.sourceCodeLocation;
  return location ? location.endOffset - location.startOffset : 0;
}

function textOf(element: Element | undefined): string {
  if (!element) return "";
  return element.childNodes.map((child) => ("value" in child ? child.value : "")).join("");
}

function clean(text: string | null | undefined): string | null {
  return (
    repairMojibake(text ?? "")
      .replace(/\s+/g, " ")
      .trim() || null
  );
}
