import { linkKind } from "../describe/links";

import { isFurniture } from "./html-furniture";
import { isHidden, type HiddenNames } from "./html-hidden";
import { attribute, elementsOf, isElement, type Element, type Node, type Parent } from "./html-nodes";
import { isLayout } from "./html-tables";

/** Elements that hold no text a reader sees, or none of the article's. */
export const SILENT = new Set(
  "script style noscript template svg math button select option datalist textarea iframe object embed applet audio video canvas map head title nav img noembed noframes xmp progress meter input".split(
    " ",
  ),
);
/** Elements that may hold an article. */
const HOLDERS = new Set("body main article section div td tbody tr table center form span font blockquote".split(" "));
/** Names that publishing systems give to what holds the text of a post. */
const CONTENT =
  /(?:^|\s)(?:(?:entry|post|article|story|blog|single|td-post|gh|page|hs|wp-block-post|rich-?text|markdown)[\w-]*?[_-]{1,2}(?:content|body|text|copy)(?:__\w+|--\w+)?|markdown-body|prose|postcontent|articlebody|e-content|rich-text|body-markup|h-entry|hentry|blog-post)(?=\s|$)/i;
/** A holder is tighter than what surrounds it when it has this share of what counts there. */
const TIGHT = 0.8;
/** What a page is about is at least this share of its text. */
const HALF = 0.5;
/** Text of links counts so much less: menus are made of it, and some articles too. */
const LINK_VALUE = 0.25;

/** Elements that can be a part of a page by themselves. */
const GROUPS = new Set("div section ul ol table dl details header p".split(" "));
const MENU_LINKS = 3;
const MENU_SHARE = 0.7;
const MAX_LABEL = 60;
/** How what stands beside an article begins. */
const LABEL =
  /^(?:(?:related|recommended|similar|popular|recent|latest|trending|featured)(?: (?:posts?|articles?|stories|content|reading|comments?|from .{1,30}))?|you (?:may|might) (?:also )?(?:like|enjoy)|more (?:from|posts|articles|stories|like this).{0,30}|(?:read|up|what to read) next|(?:keep|continue) reading|(?:\d+|no|one)? ?(?:comments?|responses?|replies)(?: \(\d+\))?|\d+ thoughts? on.*|leave a (?:reply|comment|response)?.*|join the (?:discussion|conversation)|about (?:the )?authors?|share(?: (?:this|on|via|post|article).{0,30})?|subscribe(?: .{0,40})?|(?:join )?(?:our |the )?newsletter|sign up (?:for|to) .{0,40}|stay (?:up to date|in touch|informed).{0,20}|follow (?:me|us).{0,30}|archives|filed under|posted in|(?:this (?:web)?site|we|our website) uses? cookies.{0,30}|cookie (?:settings|policy|preferences)|sponsored.{0,20}|advertisement|table of contents|on this page|in this (?:article|post)|(?:previous|next)(?: post| article)?|post navigation|(?:←|→|«|»).{0,60})\W*$/i;

/** What is known of a page before it is read: what to leave out, and what the article stands in. */
export type Article = { root: Parent; isLeftOut: (element: Element) => boolean };

/** Letters, those of them in links; links, and those of them that stay on the site. */
type Measure = { text: number; linked: number; links: number; inner: number };
type Measures = ReadonlyMap<Node, Measure>;

/**
 * Finds the article of a page by where its text is: the <article>, <main> or container that publishing systems name so
 * when most of the text is in it, and from there down as long as one part holds nearly all. After Mozilla's
 * Readability, text in links counts less; but whole containers are chosen, so that every offset stays true.
 */
export function findArticle(page: Parent, hidden: HiddenNames, host: string | null): Article {
  const leftOut = new Set<Element>();
  const isLeftOut = (element: Element) => leftOut.has(element);
  const elements = elementsOf(page);
  const body = elements.find((element) => element.tagName === "body") ?? page;
  const all = measure(body, (element) => SILENT.has(element.tagName), host);
  const total = Math.max(1, all.get(body)?.text ?? 0);
  for (const element of elements) {
    const share = (all.get(element)?.text ?? 0) / total;
    if (SILENT.has(element.tagName) || isHidden(element, hidden) || isFurniture(element, share)) leftOut.add(element);
  }
  const measures = measure(body, isLeftOut, host);
  const valueOf = (node: Node) => valueIn(measures, node);
  const root = tightest(bestNamed(elements, valueOf, valueOf(body)) ?? body, valueOf);
  const half = (measures.get(root)?.text ?? 0) * HALF;
  for (const element of elementsOf(root)) {
    const own = measures.get(element);
    if (own && own.text < half && isBeside(element, own)) leftOut.add(element);
  }
  return { root, isLeftOut };
}

/** True for a menu, a table of contents or a list of other posts: links that stay on the site, or a label that says so. */
function isBeside(element: Element, { text, linked, links, inner }: Measure): boolean {
  if (!GROUPS.has(element.tagName)) return false;
  if (links >= MENU_LINKS && inner === links && linked > text * MENU_SHARE) return true;
  return LABEL.test(firstTextOf(element));
}

/** The text of the first text node that is not blank. */
function firstTextOf(element: Element): string {
  let node: Node | undefined = element;
  while (node) {
    if (node.nodeName === "#text" && "value" in node) return node.value.trim().slice(0, MAX_LABEL + 1);
    if (!("childNodes" in node)) return "";
    node = node.childNodes.find(
      (child) => (isElement(child) && !SILENT.has(child.tagName)) || ("value" in child && child.value.trim() !== ""),
    );
  }
  return "";
}

/** True for a link to another part of the page, another page of the site, or none at all; announcements count as elsewhere. */
function isInner(link: Element, host: string | null): boolean {
  const url = attribute(link, "href")?.trim() ?? "";
  if (!/^(?:https?:)?\/\//i.test(url)) return true;
  const absolute = url.startsWith("//") ? `https:${url}` : url;
  return host !== null && hostOf(absolute) === host && linkKind(absolute) !== "announcement";
}

/** The host of an address, without "www."; null when there is none. */
export function hostOf(url: string | null): string | null {
  return url && URL.canParse(url) ? new URL(url).host.replace(/^www\./, "") : null;
}

/** How much of a node's text speaks for its being the article. */
function valueIn(measures: Measures, node: Node): number {
  const own = measures.get(node);
  return own ? own.text - own.linked * (1 - LINK_VALUE) : 0;
}

/** Letters below each node, and those of them in links; none below what is left out. */
function measure(root: Parent, isLeftOut: (element: Element) => boolean, host: string | null): Measures {
  const measures = new Map<Node, Measure>();
  const order: { node: Node; parent: Node | null; isLinked: boolean }[] = [
    { node: root, parent: null, isLinked: false },
  ];
  for (let i = 0; i < order.length; i += 1) {
    const step = order[i];
    if (!step) break;
    const { node } = step;
    if (isElement(node) && i > 0 && isLeftOut(node)) continue;
    const link = isElement(node) && node.tagName === "a" ? node : null;
    const isLinked = step.isLinked || link !== null;
    const length = node.nodeName === "#text" && "value" in node ? lengthOf(node.value) : 0;
    const inner = link && isInner(link, host) ? 1 : 0;
    measures.set(node, { text: length, linked: isLinked ? length : 0, links: link ? 1 : 0, inner });
    if ("childNodes" in node) for (const child of node.childNodes) order.push({ node: child, parent: node, isLinked });
  }
  for (let i = order.length - 1; i > 0; i -= 1) {
    const own = measures.get(order[i]?.node ?? root);
    const above = measures.get(order[i]?.parent ?? root);
    if (!own || !above) continue;
    above.text += own.text;
    above.linked += own.linked;
    above.links += own.links;
    above.inner += own.inner;
  }
  return measures;
}

function lengthOf(text: string): number {
  return text.replace(/\s+/g, "").length;
}

/** The element that is named an article and holds most of the page, the tightest of its kind. */
function bestNamed(elements: readonly Element[], valueOf: (node: Node) => number, total: number): Element | null {
  const kinds: ((element: Element) => boolean)[] = [
    (element) => attribute(element, "itemprop") === "articleBody",
    (element) => element.tagName === "article",
    (element) => CONTENT.test(attribute(element, "class") ?? "") || CONTENT.test(attribute(element, "id") ?? ""),
    (element) => element.tagName === "main" || attribute(element, "role") === "main",
  ];
  for (const isKind of kinds) {
    const found = elements.filter((element) => isKind(element) && valueOf(element) > total * HALF);
    const last = found.at(-1);
    if (last) return last;
  }
  return null;
}

/** Goes down from a node while one holder below has nearly all that counts. */
function tightest(from: Parent, valueOf: (node: Node) => number): Parent {
  let root = from;
  for (;;) {
    const least = valueOf(root) * TIGHT;
    const next = root.childNodes.find(
      (child): child is Element => isElement(child) && isHolder(child) && valueOf(child) > least,
    );
    if (!next || least === 0) return root;
    root = next;
  }
}

/** A table holds an article only where it is there for the layout. */
function isHolder(element: Element): boolean {
  return HOLDERS.has(element.tagName) && (element.tagName !== "table" || isLayout(element));
}
