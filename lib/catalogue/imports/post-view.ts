import type { Format, Place } from "@/lib/recap/types";

/** A stretch of visible text; `numbers` are those of the candidates that stand here. */
export type PostPart = { text: string; numbers: number[] };

/** A line of the post as it is shown; a gap stands for what is left out. */
export type PostBlock = { kind: "heading" | "item" | "text" | "gap"; parts: PostPart[] };

type Named = { number: number; title: string; place: Place | null };
type Range = { start: number; end: number };
type Highlight = Range & { numbers: number[] };

/** Longer posts, and formats that are mostly markup, are shown around their candidates only. */
const SHOWN_WHOLE = 100_000;
const AROUND = 600;
const LONGEST_HIGHLIGHT = 100;

// Repetitions are bounded, so that a line of brackets costs no more than any other.
const IMAGE = /!\[[^\]\n]{0,300}\]\([^)\n]{0,800}\)/g;
const LINK = /(\[)[^[\]\n]{1,300}(\]\([^()\n]{1,800}\))/dg;
const TAG = /<[/!?a-z][^<>]{0,1000}>/gi;
const EMPHASIS = /\*\*|__/g;
const PREFIX = /^\s*(?:#{1,6}\s+|[-*+•]\s+)/;
const FRONT_MATTER = /^---\n[\s\S]{0,5000}?\n---\n/;

/** The source as text to read, without its markup, with the name of each candidate highlighted where it stands. */
export function postView(text: string, format: Format, candidates: readonly Named[]): PostBlock[] {
  const highlights = highlightsIn(text, candidates);
  return shownRanges(text, format, highlights).flatMap((range, index): PostBlock[] => {
    const blocks = blocksOf(text, range, highlights);
    return index === 0 ? blocks : [{ kind: "gap", parts: [] }, ...blocks];
  });
}

/** Where each candidate is named, in the order of the text. Those named in one spot share a highlight. */
function highlightsIn(text: string, candidates: readonly Named[]): Highlight[] {
  const found = candidates.flatMap(({ number, title, place }) =>
    place ? [{ number, ...nameWithin(text, place, title) }] : [],
  );
  const highlights: Highlight[] = [];
  for (const { number, start, end } of found.sort((a, b) => a.start - b.start || a.number - b.number)) {
    const last = highlights.at(-1);
    if (last && start < last.end) last.numbers.push(number);
    else highlights.push({ start, end, numbers: [number] });
  }
  return highlights;
}

/** The title as it is written in the candidate's place, else the beginning of the place's first line. */
function nameWithin(text: string, place: Place, title: string): Range {
  const written = text.slice(place.start, place.end);
  const at = written.toLowerCase().indexOf(title.toLowerCase());
  if (at >= 0) return { start: place.start + at, end: place.start + at + title.length };
  const blank = /^\s*/.exec(written)?.[0].length ?? 0;
  const line = written.slice(blank).split("\n", 1)[0] ?? "";
  const short = line.length <= LONGEST_HIGHLIGHT ? line : line.slice(0, LONGEST_HIGHLIGHT).replace(/\s+\S*$/, "");
  const start = place.start + blank;
  return { start, end: Math.max(start + short.length, Math.min(start + 1, place.end)) };
}

function shownRanges(text: string, format: Format, highlights: readonly Highlight[]): Range[] {
  const isPlain = format === "markdown" || format === "text";
  const begin = FRONT_MATTER.exec(text)?.[0].length ?? 0;
  if (isPlain && text.length <= SHOWN_WHOLE) return [{ start: begin, end: text.length }];
  const ranges: Range[] = [];
  for (const { start, end } of highlights) {
    const [from, to] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)];
    const last = ranges.at(-1);
    if (last && from <= last.end) last.end = Math.max(last.end, to);
    else ranges.push({ start: from, end: to });
  }
  return ranges.length > 0 ? ranges : [{ start: 0, end: Math.min(text.length, 2 * AROUND) }];
}

function blocksOf(text: string, { start, end }: Range, highlights: readonly Highlight[]): PostBlock[] {
  const blocks: PostBlock[] = [];
  let next = highlights.findIndex((highlight) => highlight.end > start);
  for (let from = start; from < end;) {
    const newline = text.indexOf("\n", from);
    const to = newline < 0 || newline > end ? end : newline;
    while (next >= 0 && (highlights[next]?.end ?? Infinity) <= from) next += 1;
    const parts = partsOf(text, { start: from, end: to }, next < 0 ? [] : highlights.slice(next, next + 50));
    if (parts.some((part) => part.text.trim() !== "")) blocks.push({ kind: kindOf(text.slice(from, to)), parts });
    from = to + 1;
  }
  return blocks;
}

function kindOf(line: string): PostBlock["kind"] {
  if (/^\s{0,3}#{1,6}\s/.test(line) || /^\s*<h[1-6]\b/i.test(line)) return "heading";
  return /^\s*(?:[-*+•]\s|<li\b)/i.test(line) ? "item" : "text";
}

/** A line cut where highlights begin and end, and where markup is left out. */
function partsOf(text: string, line: Range, highlights: readonly Highlight[]): PostPart[] {
  const parts: PostPart[] = [];
  let at = line.start;
  const show = (to: number, numbers: number[]) => {
    if (to <= at) return;
    const last = parts.at(-1);
    if (last && last.numbers === numbers) last.text += text.slice(at, to);
    else parts.push({ text: text.slice(at, to), numbers });
    at = to;
  };
  const showMarked = (to: number) => {
    for (const { start, end, numbers } of highlights) {
      if (start >= to) break;
      show(Math.min(start, to), NONE);
      if (at >= start && at < end) show(Math.min(end, to), numbers);
    }
    show(to, NONE);
  };
  for (const hidden of markupIn(text.slice(line.start, line.end))) {
    showMarked(line.start + hidden.start);
    at = Math.max(at, line.start + hidden.end);
  }
  showMarked(line.end);
  return parts;
}

const NONE: number[] = [];

function markupIn(line: string): Range[] {
  const whole = [IMAGE, TAG, EMPHASIS].flatMap((pattern) =>
    Array.from(line.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length })),
  );
  const links = Array.from(line.matchAll(LINK), (match) => match.indices?.slice(1) ?? [])
    .flat()
    .flatMap((range) => (range ? [{ start: range[0], end: range[1] }] : []));
  const prefix = PREFIX.exec(line)?.[0].length ?? 0;
  return [{ start: 0, end: prefix }, ...whole, ...links].sort((a, b) => a.start - b.start);
}
