import { parse, parseFragment, type DefaultTreeAdapterTypes } from "parse5";

import { writeBlock, type Block, type BlockWriter, type Document, type Mark } from "../document";
import type { Place } from "../types";

import { asHeading } from "./bold-heading";
import { attribute, contentRoot, isElement, isFurniture, pageFacts } from "./html-page";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;

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
const SILENT = new Set("script style noscript template svg button select textarea iframe head nav img".split(" "));

/** An HTML page: the article inside it, without menus, banners and footer. */
export function parseHtml(text: string): Document {
  const page = parse(text, { sourceCodeLocationInfo: true });
  const reader = createReader(0);
  reader.readChildren(contentRoot(page), 0, -1);
  return { blocks: reader.finish(), rules: reader.rules, facts: pageFacts(page), codeBlocks: reader.codeBlocks() };
}

/** The blocks of HTML that stands inside another format; `base` is where it starts there. */
export function parseHtmlFragment(html: string, base: number): Block[] {
  const reader = createReader(base);
  reader.readChildren(parseFragment(html, { sourceCodeLocationInfo: true }), 0, -1);
  return reader.finish();
}

/** The plain text of a piece of HTML, its blocks on lines of their own; plain text comes back as it is. */
export function htmlText(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  return parseHtmlFragment(html, 0)
    .map((block) => block.text)
    .join("\n");
}

function createReader(base: number) {
  const blocks: Block[] = [];
  const rules: number[] = [];
  let writer: BlockWriter | null = null;
  let place: Place = { start: base, end: base };
  let codes = 0;

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
    if (!isElement(node) || SILENT.has(node.tagName) || isFurniture(node)) return;
    if (/^h[1-6]$/.test(node.tagName)) return readBlock(node, "heading", Number(node.tagName.slice(1)), nesting, list);
    if (node.tagName === "li") return readBlock(node, "item", Math.max(list, 0), nesting, list);
    if (node.tagName === "tr") return readBlock(node, "item", 0, nesting, list);
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

  /** A paragraph right at the start of an item or a cell belongs to it; otherwise it is a block of its own. */
  function readGroup(node: Element, nesting: number, list: number): void {
    if (writer && writer.finish(place) === null) return readChildren(node, nesting, list);
    if (node.tagName === "td" || node.tagName === "th") {
      writer?.write(" | ");
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
    const url = kind === "link" ? attribute(node, "href") : null;
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
