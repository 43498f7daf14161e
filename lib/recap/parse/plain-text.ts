import { NO_FACTS, writeBlock, type Block, type Document } from "../document";

const BULLET = /^(\s*)(?:[•●▪‣◦·*–-]|\d{1,3}[.)])\s+(?=\S)/;
/** An address in running text, up to a blank or a bracket. */
export const ADDRESS = /https?:\/\/[^\s<>"')\]]+/g;
/** A heading reads in one glance. */
const MAX_HEADING = 90;

type Line = { text: string; start: number };

/** A post without markup: bare headings, paragraphs between blank lines, bullets, addresses as links. */
export function parsePlainText(text: string): Document {
  const all = groupLines(text);
  const groups = all.filter((group) => !isRule(group));
  const rules = all.filter(isRule).flatMap((group) => group.map((line) => line.start));
  const blocks = groups.flatMap((group, index) => readGroup(group, groups[index + 1], index));
  return { blocks, rules, facts: NO_FACTS, codeBlocks: 0 };
}

/** Runs of lines between blank lines. */
function groupLines(text: string): Line[][] {
  const groups: Line[][] = [];
  const group: Line[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") group.push({ text: line.replace(/\r$/, ""), start });
    else if (group.length > 0) groups.push(group.splice(0));
    start += line.length + 1;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/** A line drawn with dashes, stars or equals signs. */
function isRule(group: Line[]): boolean {
  return group.every((line) => /^\s*[-*_=–—]{3,}\s*$/.test(line.text));
}

function readGroup(group: Line[], next: Line[] | undefined, index: number): Block[] {
  const [first, ...rest] = group;
  if (!first) return [];
  if (isHeading(first, rest[0] ?? next?.[0])) {
    return [...block([first], "heading", index === 0 ? 1 : 2), ...readGroup(rest, next, index + 1)];
  }
  return splitItems(group).flatMap(readLines);
}

/** A short line that starts like a title, does not end like a sentence, and has text below it. */
function isHeading(line: Line, below: Line | undefined): boolean {
  const text = line.text.trim();
  if (!below || text.length > MAX_HEADING || BULLET.test(line.text)) return false;
  if (!/^[\p{Lu}\p{N}"“(]/u.test(text) || /[.,;:]$/.test(text)) return false;
  if (line.start === 0) return true;
  return below.text.trim().length > text.length || BULLET.test(below.text) || /[!?]$/.test(text);
}

function splitItems(group: Line[]): Line[][] {
  const parts: Line[][] = [];
  for (const line of group) {
    const last = parts.at(-1);
    if (!last || BULLET.test(line.text)) parts.push([line]);
    else last.push(line);
  }
  return parts;
}

function readLines(lines: Line[]): Block[] {
  const [first, ...rest] = lines;
  const bullet = first ? BULLET.exec(first.text) : null;
  if (!first || !bullet) return block(lines, "paragraph", 0);
  const text = first.text.slice(bullet[0].length);
  const depth = Math.min(Math.floor((bullet[1] ?? "").replaceAll("\t", "    ").length / 3), 9);
  return block([{ text, start: first.start + bullet[0].length }, ...rest], "item", depth);
}

function block(lines: Line[], kind: Block["kind"], depth: number): Block[] {
  const writer = writeBlock(kind, depth);
  for (const line of lines) {
    let written = 0;
    for (const match of line.text.matchAll(ADDRESS)) {
      writer.write(line.text.slice(written, match.index));
      const at = { start: line.start + match.index, end: line.start + match.index + match[0].length };
      writer.mark({ kind: "link", url: match[0], place: at }, () => writer.write(match[0]));
      written = match.index + match[0].length;
    }
    writer.write(`${line.text.slice(written)}\n`);
  }
  const start = lines[0]?.start ?? 0;
  const last = lines.at(-1);
  const finished = writer.finish({ start, end: last ? last.start + last.text.length : start });
  return finished ? [finished] : [];
}
