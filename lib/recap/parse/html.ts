import { parse, parseFragment } from "parse5";

import { writeBlock, type Block, type BlockWriter, type Document, type Mark } from "../document";
import type { Place } from "../types";

import { asHeading } from "./bold-heading";
import { findArticle, hostOf, SILENT } from "./html-article";
import { isFurniture } from "./html-furniture";
import { isHidden, NOTHING_HIDDEN, hiddenNames } from "./html-hidden";
import { attribute, isElement, type Element, type Node, type Parent } from "./html-nodes";
import { pageFacts } from "./html-page";
import { isLayout, rowsOf } from "./html-tables";
import { tameHtml } from "./html-tame";

/** Deeper nesting than this is no post; what lies below is left out. */
const MAX_DEPTH = 200;

const MARKS = new Map<string, Mark["kind"]>([
  ["b", "strong"],
  ["strong", "strong"],
  ["i", "emphasis"],
  ["em", "emphasis"],
  ["a", "link"],
]);
const BLOCKS = new Set(
  "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer header hr html main ol p section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
/** What permalinks of headings show. */
const PERMALINK = /^\s*(?:#|¶|§|🔗|⚓|permalink|link to this (?:heading|section))\s*$/iu;

/** An HTML page: the article inside it, without menus, banners, comments, footer, and what no browser shows. */
export function parseHtml(text: string): Document {
  const page = parse(tameHtml(text), { sourceCodeLocationInfo: true });
  const facts = pageFacts(page, page);
  const { root, isLeftOut } = findArticle(page, hiddenNames(page), hostOf(facts.url));
  const reader = createReader(0, isLeftOut);
  reader.readChildren(root, 0, -1);
  return {
    blocks: reader.finish(),
    rules: reader.rules,
    facts: pageFacts(page, root),
    codeBlocks: reader.codeBlocks(),
  };
}

/** The blocks of HTML that stands inside another format; `base` is where it starts there. */
export function parseHtmlFragment(html: string, base: number): Block[] {
  const reader = createReader(base, isLeftOutOfFragment);
  reader.readChildren(parseFragment(tameHtml(html), { sourceCodeLocationInfo: true }), 0, -1);
  return reader.finish();
}

/** The plain text of a piece of HTML, its blocks on lines of their own; plain text comes back as it is. */
export function htmlText(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  return parseHtmlFragment(html, 0)
    .map((block) => block.text)
    .join("\n");
}

function isLeftOutOfFragment(element: Element): boolean {
  return SILENT.has(element.tagName) || isHidden(element, NOTHING_HIDDEN) || isFurniture(element, 0);
}

function createReader(base: number, isLeftOut: (element: Element) => boolean) {
  const blocks: Block[] = [];
  const rules: number[] = [];
  let writer: BlockWriter | null = null;
  let place: Place = { start: base, end: base };
  let codes = 0;
  let rows = 0;
  const layoutRows = new Set<Parent>();

  function flush(): void {
    const block = asHeading(writer?.finish(place) ?? null);
    if (block) blocks.push(block);
    writer = null;
  }

  function begin(kind: Block["kind"], depth: number): void {
    flush();
    writer = writeBlock(kind, depth);
    place = { start: -1, end: -1 };
  }

  function readChildren(node: Parent, nesting: number, list: number): void {
    if (nesting > MAX_DEPTH) return;
    for (const child of node.childNodes) read(child, nesting + 1, list);
  }

  function read(node: Node, nesting: number, list: number): void {
    if (node.nodeName === "#text" && "value" in node) return readText(node.value, placeOf(node, base), list);
    if (!isElement(node) || isLeftOut(node) || isPermalink(node)) return;
    const level = headingLevel(node);
    if (level > 0) return readBlock(node, "heading", level, nesting, list);
    if (node.tagName === "li") return readBlock(node, "item", Math.max(list, 0), nesting, list);
    if (node.tagName === "tr" && !layoutRows.has(node)) return readRow(node, nesting, list);
    if (node.tagName === "pre") {
      codes += 1;
      return;
    }
    if (node.tagName === "br") return writer?.write("\n");
    if (node.tagName === "ul" || node.tagName === "ol") {
      flush();
      readChildren(node, nesting, list + 1);
      return flush();
    }
    if (node.tagName === "hr") rules.push(placeOf(node, base).start);
    if (BLOCKS.has(node.tagName)) return readGroup(node, nesting, list);
    readInline(node, nesting, list);
  }

  function readBlock(node: Element, kind: Block["kind"], depth: number, nesting: number, list: number): void {
    begin(kind, depth);
    readChildren(node, nesting, list);
    flush();
  }

  /** What stands in the cells of a row is one block. */
  function readRow(node: Element, nesting: number, list: number): void {
    rows += 1;
    readBlock(node, "item", 0, nesting, list);
    rows -= 1;
  }

  /** A paragraph right at the start of an item or a cell belongs to it; otherwise it is a block of its own. */
  function readGroup(node: Element, nesting: number, list: number): void {
    if (writer?.isEmpty()) return readChildren(node, nesting, list);
    if (node.tagName === "table" && isLayout(node)) rowsOf(node).forEach((row) => layoutRows.add(row));
    if ((node.tagName === "td" || node.tagName === "th") && !(node.parentNode && layoutRows.has(node.parentNode))) {
      writer?.write(" | ");
      return readChildren(node, nesting, list);
    }
    if (rows > 0) {
      writer?.write(" ");
      return readChildren(node, nesting, list);
    }
    flush();
    readChildren(node, nesting, list);
    flush();
  }

  function readInline(node: Element, nesting: number, list: number): void {
    const kind = MARKS.get(node.tagName);
    if (!kind) return readChildren(node, nesting, list);
    writer ??= startParagraph(list);
    const here = writer;
    const url = kind === "link" ? addressOf(node) : null;
    here.open({ kind, url, place: placeOf(node, base) });
    readChildren(node, nesting, list);
    here.close(kind, placeOf(node, base).end);
  }

  function readText(value: string, at: Place, list: number): void {
    if (!writer && value.trim() === "") return;
    writer ??= startParagraph(list);
    writer.write(value.replace(/\s+/g, " "));
    if (value.trim() === "") return;
    place = { start: place.start < 0 ? at.start : Math.min(place.start, at.start), end: Math.max(place.end, at.end) };
  }

  function startParagraph(list: number): BlockWriter {
    place = { start: -1, end: -1 };
    return writeBlock("paragraph", Math.max(list, 0));
  }

  return {
    readChildren,
    rules,
    codeBlocks: () => codes,
    finish: () => {
      flush();
      return blocks;
    },
  };
}

function placeOf(node: Node, base: number): Place {
  const location = node.sourceCodeLocation;
  return { start: base + (location?.startOffset ?? 0), end: base + (location?.endOffset ?? 0) };
}

/** 1 to 6 for what is a heading by name or role, else 0. */
function headingLevel(node: Element): number {
  if (/^h[1-6]$/.test(node.tagName)) return Number(node.tagName.slice(1));
  if (attribute(node, "role") !== "heading") return 0;
  return Math.min(Math.max(Number(attribute(node, "aria-level")) || 2, 1), 6);
}

function isPermalink(node: Element): boolean {
  if (node.tagName !== "a" || node.childNodes.length > 1) return false;
  const [only] = node.childNodes;
  return only !== undefined && "value" in only && PERMALINK.test(only.value);
}

/** Where a link leads; an address without its scheme is one on the web. */
function addressOf(node: Element): string | null {
  const url = attribute(node, "href")?.trim() ?? null;
  return url?.startsWith("//") ? `https:${url}` : url;
}
