import { NO_FACTS, writeBlock, type Block, type Document } from "../document";
import type { SourceFacts } from "../types";

import { isoDate } from "./iso-date";
import { BULLET, groupsOf, headingLimit, isByline, isHeading, isRule, type Line } from "./plain-lines";

/** An address in running text, up to a blank or a bracket. */
export const ADDRESS = /https?:\/\/[^\s<>"')\]]+/g;
/** Who wrote a post and when stands in its first lines. */
const FIRST_LINES = 12;
/** Deeper nesting of items is a matter of blanks. */
const MAX_DEPTH = 9;
const TITLE = 1;
const SECTION = 2;
const NAME = 3;

/** A post without markup: bare headings, paragraphs between blank lines, bullets, addresses as links. */
export function parsePlainText(text: string): Document {
  const groups = groupsOf(text);
  const limit = headingLimit(groups);
  const document: Document = { blocks: [], rules: [], facts: factsOf(groups), codeBlocks: 0 };
  groups.forEach((group, index) => readGroup(document, group, groups[index + 1], limit));
  document.blocks = document.blocks.map(withDepth);
  return document;
}

/** A heading right above another one is a section; the first of all is the title. */
function withDepth(block: Block, index: number, blocks: readonly Block[]): Block {
  if (block.kind !== "heading" || block.depth !== NAME) return block;
  if (index === 0) return { ...block, depth: TITLE };
  return blocks[index + 1]?.kind === "heading" ? { ...block, depth: SECTION } : block;
}

function readGroup(document: Document, group: Line[], next: Line[] | undefined, limit: number): void {
  let part: Line[] = [];
  const flush = () => {
    if (part.length > 0) document.blocks.push(...readLines(part));
    part = [];
  };
  let hasText = false;
  for (let i = 0; i < group.length; i += 1) {
    const line = group[i];
    const below = group[i + 1];
    if (!line) break;
    if (isRule(line)) {
      flush();
      document.rules.push(line.start);
    } else if (!hasText && below && isRule(below) && !BULLET.test(line.text)) {
      document.blocks.push(...block([line], "heading", below.text.includes("=") ? TITLE : SECTION));
      i += 1;
    } else if (!hasText && isHeading(line, below ?? next?.[0], group.length === 1, limit)) {
      document.blocks.push(...block([line], "heading", NAME));
    } else {
      if (startsAnew(part.at(-1), part[0], line)) flush();
      part.push(line);
      hasText = true;
    }
  }
  flush();
}

/** True for a line that begins an item, or a paragraph after one. */
function startsAnew(before: Line | undefined, first: Line | undefined, line: Line): boolean {
  if (BULLET.test(line.text)) return true;
  if (!before || !first || !BULLET.test(first.text)) return false;
  return /[.!?:]\s*$/.test(before.text) && /^\p{Lu}/u.test(line.text);
}

function readLines(lines: Line[]): Block[] {
  const [first, ...rest] = lines;
  const bullet = first ? BULLET.exec(first.text) : null;
  if (!first || !bullet) return block(lines, "paragraph", 0);
  const text = first.text.slice(bullet[0].length);
  const depth = Math.min(Math.floor((bullet[1] ?? "").replaceAll("\t", "    ").length / 3), MAX_DEPTH);
  return block([{ text, start: first.start + bullet[0].length }, ...rest], "item", depth);
}

function block(lines: Line[], kind: Block["kind"], depth: number): Block[] {
  const writer = writeBlock(kind, depth);
  for (const line of lines) {
    let written = 0;
    for (const match of line.text.matchAll(ADDRESS)) {
      const url = match[0].replace(/[.,;:!?]+$/, "");
      writer.write(line.text.slice(written, match.index));
      const at = { start: line.start + match.index, end: line.start + match.index + url.length };
      writer.mark({ kind: "link", url, place: at }, () => writer.write(url));
      written = match.index + url.length;
    }
    writer.write(`${line.text.slice(written)}\n`);
  }
  const start = lines[0]?.start ?? 0;
  const last = lines.at(-1);
  const finished = writer.finish({ start, end: last ? last.start + last.text.length : start });
  return finished ? [finished] : [];
}

/** Author and date as the first lines give them. */
function factsOf(groups: readonly Line[][]): SourceFacts {
  const first = groups.slice(0, FIRST_LINES).flat().slice(0, FIRST_LINES);
  const bylines = first.filter(isByline).map((line) => line.text.trim());
  const author = bylines.map(
    (line) =>
      /^(?:by|written by|posted by|author:?)\s+([\p{Lu}][\p{L}.'’ -]{1,60}?)(?:\s*(?:[,|·•–—]|\bon\b).*)?$/iu.exec(
        line,
      )?.[1],
  );
  return {
    ...NO_FACTS,
    author: author.find(Boolean)?.trim() ?? null,
    publishedOn: bylines.map(isoDate).find(Boolean) ?? null,
  };
}
