import type { Nodes, Parents } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";

import { NO_FACTS, writeBlock, type Block, type BlockWriter, type Document, type Mark } from "../document";
import type { Place } from "../types";

import { asHeading } from "./bold-heading";
import { readFrontMatter } from "./front-matter";
import { parseHtmlFragment } from "./html";

/** Deeper nesting than this is no post; what lies below is left out. */
const MAX_DEPTH = 100;

/** A Markdown post, with GitHub's extensions, YAML front matter, Liquid tags and HTML in between. */
export function parseMarkdown(text: string): Document {
  const root = fromMarkdown(blankOutLiquid(text), {
    extensions: [gfm({ singleTilde: false }), frontmatter(["yaml"])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(["yaml"])],
  });
  const document: Document = { blocks: [], rules: [], facts: NO_FACTS, codeBlocks: 0 };
  readFlow(root, { document, list: -1, nesting: 0 });
  return document;
}

type Flow = { document: Document; list: number; nesting: number };

/** Jekyll's tags are not Markdown; blanks of the same length keep every offset true. */
function blankOutLiquid(text: string): string {
  return text.replace(/\{%[^%\n]*%\}/g, (tag) => " ".repeat(tag.length));
}

function readFlow(node: Nodes, flow: Flow): void {
  const { document } = flow;
  if (flow.nesting > MAX_DEPTH) return;
  switch (node.type) {
    case "yaml":
      document.facts = readFrontMatter(node.value);
      return;
    case "heading":
      return addBlock(document, textBlock(node, "heading", node.depth));
    case "paragraph":
      return addBlock(document, asHeading(textBlock(node, "paragraph", Math.max(flow.list, 0))));
    case "tableRow":
      return addBlock(document, tableRow(node));
    case "list":
      for (const item of node.children) readItem(item, { ...flow, list: flow.list + 1, nesting: flow.nesting + 1 });
      return;
    case "html":
      document.blocks.push(...parseHtmlFragment(node.value, placeOf(node).start));
      return;
    case "thematicBreak":
      document.rules.push(placeOf(node).start);
      return;
    case "code":
      document.codeBlocks += 1;
      return;
    default:
      if ("children" in node)
        for (const child of node.children) readFlow(child, { ...flow, nesting: flow.nesting + 1 });
  }
}

/** An item's first paragraph is the item; what follows inside it stays beside it. */
function readItem(item: Parents, flow: Flow): void {
  item.children.forEach((child, index) => {
    if (index === 0 && child.type === "paragraph") addBlock(flow.document, textBlock(child, "item", flow.list));
    else readFlow(child, flow);
  });
}

function addBlock(document: Document, block: Block | null): void {
  if (block) document.blocks.push(block);
}

function textBlock(node: Parents, kind: Block["kind"], depth: number): Block | null {
  const writer = writeBlock(kind, depth);
  writeChildren(node, writer, 0);
  return writer.finish(placeOf(node));
}

function tableRow(node: Parents): Block | null {
  const writer = writeBlock("item", 0);
  node.children.forEach((cell, index) => {
    if (index > 0) writer.write(" | ");
    writePhrasing(cell, writer, 0);
  });
  return writer.finish(placeOf(node));
}

function writeChildren(node: Parents, writer: BlockWriter, nesting: number): void {
  if (nesting > MAX_DEPTH) return;
  for (const child of node.children) writePhrasing(child, writer, nesting + 1);
}

function writePhrasing(node: Nodes, writer: BlockWriter, nesting: number): void {
  switch (node.type) {
    case "text":
    case "inlineCode":
      return writer.write(node.value);
    case "break":
      return writer.write("\n");
    case "strong":
    case "emphasis":
      return writer.mark({ kind: node.type, url: null, place: placeOf(node) }, () =>
        writeChildren(node, writer, nesting),
      );
    case "link":
      return writer.mark({ kind: "link", url: node.url, place: placeOf(node) }, () =>
        writeChildren(node, writer, nesting),
      );
    case "html":
      return writeTag(node.value, writer, placeOf(node));
    case "image":
    case "imageReference":
    case "footnoteReference":
      return;
    default:
      if ("children" in node) writeChildren(node, writer, nesting);
  }
}

/** HTML tags between words: bold, emphasis, links and breaks count, the rest is dropped. */
function writeTag(tag: string, writer: BlockWriter, place: Place): void {
  const [, closing, name = ""] = /^<(\/?)([a-zA-Z]+)/.exec(tag) ?? [];
  const kind = TAG_MARKS.get(name.toLowerCase());
  if (name.toLowerCase() === "br") writer.write("\n");
  if (!kind) return;
  if (closing) writer.close(kind, place.end);
  else
    writer.open({ kind, url: kind === "link" ? (/href\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1] ?? null) : null, place });
}

const TAG_MARKS = new Map<string, Mark["kind"]>([
  ["b", "strong"],
  ["strong", "strong"],
  ["i", "emphasis"],
  ["em", "emphasis"],
  ["a", "link"],
]);

function placeOf(node: Nodes): Place {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
