import { parseHtml } from "@/lib/recap/parse/html";
import type { Format, Place } from "@/lib/recap/types";

import { partsOf, type Highlight, type PostPart } from "./post-parts";
import { highlightsIn, type Named } from "./post-places";

/** A paragraph of the post as it is shown; a gap stands for what is left out. */
export type PostBlock = { kind: "heading" | "item" | "text" | "gap"; parts: PostPart[] };

type Line = Place & { kind: PostBlock["kind"] };

/** Longer posts are shown around their candidates only. */
const SHOWN_WHOLE = 100_000;
const AROUND = 600;
/** A larger page takes too long to parse for a look at it, and is shown without its markup line by line. */
const PARSED = 500_000;

const FRONT_MATTER = /^---\n[\s\S]{0,5000}?\n---\n/;
const RULE = /^\s*(?:[-*_=][ \t]*){3,}$/;

/** The source as text to read, without its markup, with the name of each candidate highlighted where it stands. */
export function postView(text: string, format: Format, candidates: readonly Named[]): PostBlock[] {
  const highlights = highlightsIn(text, candidates);
  const blocks: PostBlock[] = [];
  let next = 0;
  for (const line of shownLines(text, format, highlights)) {
    while ((highlights[next]?.end ?? Infinity) <= line.start) next += 1;
    const parts = line.kind === "gap" ? [] : partsOf(text, format, line, highlights.slice(next, next + 50));
    const isShown = parts.some((part) => part.text.trim() !== "");
    if (isShown || (line.kind === "gap" && blocks.at(-1)?.kind !== "gap")) blocks.push({ kind: line.kind, parts });
  }
  return blocks;
}

function shownLines(text: string, format: Format, highlights: readonly Highlight[]): Line[] {
  if (format === "html" && text.length <= PARSED) return around(blocksOf(text), highlights);
  const begin = FRONT_MATTER.exec(text)?.[0].length ?? 0;
  if (text.length <= SHOWN_WHOLE) return paragraphs(text, format, { start: begin, end: text.length });
  const lines = rangesAround(text, begin, highlights).flatMap((range) => [
    ...(range.start > begin ? [gapBefore(range)] : []),
    ...paragraphs(text, format, range),
  ]);
  return (lines.at(-1)?.end ?? text.length) < text.length
    ? [...lines, gapBefore({ start: text.length, end: text.length })]
    : lines;
}

/** The article of a page, without what stands around it. */
function blocksOf(html: string): Line[] {
  const lines: Line[] = [];
  for (const { kind, place } of parseHtml(html).blocks.toSorted((a, b) => a.place.start - b.place.start)) {
    const start = Math.max(lines.at(-1)?.end ?? 0, place.start);
    if (place.end > start) lines.push({ kind: kind === "paragraph" ? "text" : kind, start, end: place.end });
  }
  return lines;
}

function around(lines: readonly Line[], highlights: readonly Highlight[]): Line[] {
  if (lines.reduce((sum, { start, end }) => sum + end - start, 0) <= SHOWN_WHOLE) return [...lines];
  const ranges = rangesAround("", 0, highlights);
  let next = 0;
  return lines.map((line) => {
    while ((ranges[next]?.end ?? Infinity) <= line.start) next += 1;
    const range = ranges[next];
    return range && range.start < line.end ? line : gapBefore(line);
  });
}

function gapBefore({ start }: Place): Line {
  return { kind: "gap", start, end: start };
}

/** The stretches around highlights; the beginning when there are none. */
function rangesAround(text: string, begin: number, highlights: readonly Highlight[]): Place[] {
  const ranges: Place[] = [];
  for (const { start, end } of highlights) {
    const from = wordFrom(text, Math.max(begin, start - AROUND), start);
    const last = ranges.at(-1);
    if (last && from <= last.end) last.end = Math.max(last.end, end + AROUND);
    else ranges.push({ start: from, end: end + AROUND });
  }
  return ranges.length > 0 ? ranges : [{ start: begin, end: begin + 2 * AROUND }];
}

/** The first word that begins at or after an offset, since markup that is cut in two could not be told from text. */
function wordFrom(text: string, from: number, to: number): number {
  if (from === 0 || /\s/.test(text.charAt(from - 1))) return from;
  const blank = text.slice(from, to).search(/\s/);
  return blank < 0 ? from : from + blank + 1;
}

/** Lines that follow each other without a blank one between are one paragraph; headings and items begin anew. */
function paragraphs(text: string, format: Format, { start, end }: Place): Line[] {
  const lines: Line[] = [];
  const last = Math.min(end, text.length);
  let isOpen = false;
  for (let from = start; from < last;) {
    const newline = text.indexOf("\n", from);
    const to = newline < 0 || newline > last ? last : newline;
    const written = text.slice(from, to);
    const kind = kindOf(written);
    const open = isOpen ? lines.at(-1) : undefined;
    if (written.trim() === "" || RULE.test(written)) isOpen = false;
    else if (open && kind === "text") open.end = to;
    else {
      lines.push({ kind, start: from, end: to });
      isOpen = kind !== "heading" && format !== "html";
    }
    from = to + 1;
  }
  return lines;
}

function kindOf(line: string): PostBlock["kind"] {
  if (/^\s{0,3}#{1,6}\s/.test(line) || /^\s*<h[1-6]\b/i.test(line)) return "heading";
  return /^\s*(?:[-*+•]\s|<li\b)/i.test(line) ? "item" : "text";
}
