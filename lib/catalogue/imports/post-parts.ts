import { decodeEntity } from "@/lib/recap/parse/entities";
import { repairMojibake } from "@/lib/recap/parse/mojibake";
import type { Format, Place } from "@/lib/recap/types";

/** A stretch of visible text. */
export type PostPart = {
  text: string;
  /** Where it stands in the import's text. */
  start: number;
  /** Where it ends there; left out when the text is written as it is shown. */
  end?: number;
  /** The candidates that are named here; left out when there is none. */
  numbers?: number[];
  /** Whether the name began in a part before. */
  isRest?: true;
};

/** Where candidates are named. */
export type Highlight = Place & { numbers: number[] };

/** A stretch of the source that is shown as something else, or as nothing. */
type Replaced = Place & { text: string };

// Repetitions are bounded, so that a line of brackets costs no more than any other.
const IMAGE = /!\[[^\]\n]{0,300}\]\([^)\n]{0,800}\)/g;
const LINK = /(\[)[^[\]\n]{1,300}(\]\([^()\n]{1,800}\))/dg;
const TAG = /<[/!?a-z][^<>]{0,1000}>/gi;
const EMPHASIS = /\*\*|__|`|(?<![\p{L}\p{N}])[*_](?=[\p{L}\p{N}"“(])|(?<=[\p{L}\p{N}.,!?"”)])[*_](?![\p{L}\p{N}])/gu;
const ENTITY = /&(?:#x?[\da-f]{1,6}|[a-z]{2,8});/gi;
const NOT_ASCII = /[^\x00-\x7f]{2,24}/g;
const PREFIX = /^\s*(?:>\s?){0,9}(?:#{1,6}\s+|[-*+•]\s+)?/;

/** A line cut where highlights begin and end, where markup is left out, and where it is written otherwise than shown. */
export function partsOf(text: string, format: Format, line: Place, highlights: readonly Highlight[]): PostPart[] {
  const parts: PostPart[] = [];
  const begun = new Set<number[]>();
  let at = line.start;
  const named = (numbers: number[] | null | undefined) => {
    if (!numbers) return {};
    const isRest = begun.has(numbers);
    begun.add(numbers);
    return isRest ? ({ numbers, isRest } as const) : { numbers };
  };
  const show = (to: number, numbers: number[] | null) => {
    if (to > at) parts.push({ text: text.slice(at, to), start: at, ...named(numbers) });
    at = Math.max(at, to);
  };
  const showMarked = (to: number) => {
    for (const { start, end, numbers } of highlights) {
      if (start >= to) break;
      show(Math.min(start, to), null);
      if (at >= start && at < end) show(Math.min(end, to), numbers);
    }
    show(to, null);
  };
  for (const { start, end, text: instead } of replacedIn(text.slice(line.start, line.end), format)) {
    const [from, to] = [line.start + start, line.start + end];
    if (from < at) {
      at = Math.max(at, to);
      continue;
    }
    showMarked(from);
    if (instead !== "") {
      const numbers = highlights.find((highlight) => highlight.start <= from && from < highlight.end)?.numbers;
      parts.push({ text: instead, start: from, end: to, ...named(numbers) });
    }
    at = to;
  }
  showMarked(line.end);
  return parts;
}

/** The words of a stretch of the source as they are shown, blanks folded. */
export function visibleWords(text: string, format: Format, place: Place): string {
  const start = text.lastIndexOf("\n", place.start - 1) + 1;
  const newline = text.indexOf("\n", place.end);
  const line = { start, end: newline < 0 ? text.length : newline };
  return partsOf(text, format, line, [{ ...place, numbers: SELECTED }])
    .map((part) => (part.numbers === SELECTED ? part.text : " "))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

const SELECTED: number[] = [];

function replacedIn(line: string, format: Format): Replaced[] {
  const hidden = format === "text" ? [] : markupIn(line);
  const entities = format === "text" ? [] : replacements(line, ENTITY, decodeEntity);
  const repaired = replacements(line, NOT_ASCII, repairMojibake);
  return [...hidden, ...entities, ...repaired].sort((a, b) => a.start - b.start || b.end - a.end);
}

function markupIn(line: string): Replaced[] {
  const whole = [IMAGE, TAG, EMPHASIS].flatMap((pattern) => replacements(line, pattern, () => ""));
  const links = Array.from(line.matchAll(LINK), (match) => match.indices?.slice(1) ?? [])
    .flat()
    .flatMap((range) => (range ? [{ start: range[0], end: range[1], text: "" }] : []));
  const prefix = PREFIX.exec(line)?.[0].length ?? 0;
  return [{ start: 0, end: prefix, text: "" }, ...whole, ...links];
}

function replacements(line: string, pattern: RegExp, instead: (written: string) => string): Replaced[] {
  return Array.from(line.matchAll(pattern), (match) => {
    const written = match[0];
    return { start: match.index, end: match.index + written.length, text: instead(written), written };
  }).filter(({ text, written }) => text !== written);
}
