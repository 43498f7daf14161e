import type { Place } from "@/lib/recap/types";

import type { Highlight } from "./post-parts";

/** What of a candidate says where it stands. */
export type Named = { number: number; title: string; place: Place | null };

const LONGEST_HIGHLIGHT = 100;
/** More words than this are no name. */
const LONGEST_NAME = 12;
/** A shorter piece of a name stands anywhere. */
const SHORTEST_PIECE = 4;
/** What may stand between two words that are shown next to each other; what each begins with tells them apart. */
const BETWEEN = String.raw`(?:[\s*_\x60\[]|\]\([^()\n]{0,800}\)|<[^<>]{0,1000}>|&nbsp;)+`;

/** Where each candidate is named, in the order of the text. Those named in one spot share a highlight. */
export function highlightsIn(text: string, candidates: readonly Named[]): Highlight[] {
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

/** Where words stand in a source, in its markup and with any blanks between them; null when they do not. */
export function findWords(text: string, words: string): Place | null {
  const pattern = patternOf(words.trim().split(/\s+/));
  const match = pattern?.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}

/**
 * The title as it is written in the candidate's place, else most of it, else the words that are set apart at the
 * beginning of the place, else the beginning of its first line.
 */
function nameWithin(text: string, place: Place, title: string): Place {
  const written = text.slice(place.start, place.end);
  const name = findWords(written, title) ?? findPiece(written, title);
  if (name) return { start: place.start + name.start, end: place.start + name.end };
  const blank = /^[\s*_#[>]*/.exec(written)?.[0].length ?? 0;
  const line = written.slice(blank).split(/\n|\*\*|__|\]\(|<\//, 1)[0] ?? "";
  const short = line.length <= LONGEST_HIGHLIGHT ? line : line.slice(0, LONGEST_HIGHLIGHT).replace(/\s+\S*$/, "");
  const start = place.start + blank;
  return { start, end: Math.max(start + short.length, Math.min(start + 1, place.end)) };
}

/** The longest run of at least half the title's words: "AWS Proton" is often written "Proton". */
function findPiece(written: string, title: string): Place | null {
  const words = title.split(/\s+/).slice(0, LONGEST_NAME);
  for (let length = words.length - 1; length >= words.length / 2; length -= 1) {
    for (let from = words.length - length; from >= 0; from -= 1) {
      const piece = words.slice(from, from + length).join(" ");
      const found = piece.length < SHORTEST_PIECE ? null : findWords(written, piece);
      if (found) return found;
    }
  }
  return null;
}

function patternOf(words: readonly string[]): RegExp | null {
  if (words.join("") === "") return null;
  return new RegExp(words.map(literal).join(BETWEEN), "iu");
}

/** The word itself, whichever quotes it is written with and whether "&" is written as HTML writes it. */
function literal(word: string): string {
  return word
    .replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
    .replace(/['’‘]/g, "(?:['’‘]|&rsquo;|&#8217;|&#39;)")
    .replace(/["“”]/g, '(?:["“”]|&quot;|&[lr]dquo;)')
    .replace(/&(?![lr]?[sdq]+uo;|#|quot;)/g, "&(?:amp;)?");
}
