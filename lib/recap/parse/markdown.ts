import { NO_FACTS, writeBlock, type Block, type Document } from "../document";
import type { Place } from "../types";

import { asHeading } from "./bold-heading";
import { readFrontMatter } from "./front-matter";
import { parseHtmlFragment } from "./html";
import { writeInline, type References } from "./markdown-inline";
import { linesOf, type Line } from "./markdown-lines";
import { blankOutTemplating } from "./templating";

/**
 * A Markdown post as Jekyll, Hugo, WordPress and GitHub write it: front matter, templating, tables and HTML in
 * between. Read in one pass over its lines; a full CommonMark parser takes ten times as long, and on hostile
 * text grows with its square.
 */
export function parseMarkdown(source: string): Document {
  const frontMatter = readFrontMatter(source);
  const start = frontMatter?.end ?? 0;
  const { text, codeBlocks } = blankOutTemplating(source);
  const document: Document = { blocks: [], rules: [], facts: frontMatter?.facts ?? NO_FACTS, codeBlocks };
  const references = readReferences(text);
  let open: Open | null = null;
  for (const line of linesOf(text, start)) {
    if (open && continues(open, line)) {
      open.end = line.end;
    } else if (open && line.kind === "underline" && open.kind === "paragraph") {
      close(document, text, references, { ...open, kind: "heading", depth: line.depth });
      open = null;
    } else {
      close(document, text, references, open);
      open = begin(document, text, line);
    }
  }
  close(document, text, references, open);
  return document;
}

type Open = Place & { kind: Block["kind"] | "row" | "html"; depth: number };

/** Only paragraphs and items run on over lines. */
function continues(open: Open, line: Line): boolean {
  return line.kind === "text" && !line.isAfterBlank && (open.kind === "paragraph" || open.kind === "item");
}

function readReferences(text: string): References {
  const references = new Map<string, string>();
  for (const match of text.matchAll(/^ {0,3}\[([^\]\n]{1,200})\]:[ \t]*<?(\S{1,2000}?)>?(?=\s|$)/gm)) {
    const name = (match[1] ?? "").toLowerCase();
    if (!references.has(name)) references.set(name, match[2] ?? "");
  }
  return references;
}

/** What a line begins; null for lines that hold no text of the post. */
function begin(document: Document, text: string, line: Line): Open | null {
  const place = { start: line.start, end: line.end };
  switch (line.kind) {
    case "text":
      return /^\s*\[[^\]\n]+\]:\s*\S+\s*$/.test(text.slice(line.start, line.end))
        ? null
        : { ...place, kind: "paragraph", depth: line.depth };
    case "heading":
    case "item":
    case "row":
    case "html":
      return { ...place, kind: line.kind, depth: line.depth };
    case "rule":
    case "underline":
      document.rules.push(line.start);
      return null;
    case "code":
      document.codeBlocks += 1;
      return null;
    case "blank":
      return null;
  }
}

function close(document: Document, text: string, references: References, open: Open | null): void {
  if (!open) return;
  const raw = text.slice(open.start, open.end);
  if (open.kind === "html") {
    document.blocks.push(...parseHtmlFragment(raw, open.start));
    return;
  }
  const writer = writeBlock(open.kind === "row" ? "item" : open.kind, open.depth);
  writeInline(unquoted(open.kind === "row" ? cells(raw) : raw), open.start, writer, references);
  const block = asHeading(writer.finish({ start: open.start, end: open.end }));
  if (block) document.blocks.push(block);
}

/** Quote signs of the lines after the first become blanks. */
function unquoted(raw: string): string {
  return raw.replace(/\n[ \t]*>[ \t>]*/g, (signs) => `\n${" ".repeat(signs.length - 1)}`);
}

function cells(row: string): string {
  return row.replace(/^(\s*)\|/, "$1 ").replace(/\|(\s*)$/, " $1");
}
