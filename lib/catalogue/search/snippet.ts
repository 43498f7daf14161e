import type { Highlighted, Range } from "./types";

/** What fits a line of a list. */
const LENGTH = 140;
/** How much stands before the first place, so that it is read in its sentence. */
const LEAD = 40;

/**
 * A line of a text around the first of its places, cut between words, with "…" where it was cut; places beyond it are left
 * out. Lines of the text become spaces.
 */
export function cutAround(text: string, ranges: readonly Range[]): Highlighted {
  const first = ranges[0]?.[0] ?? 0;
  const from = first <= LEAD ? 0 : wordAfter(text, first - LEAD, first);
  const to = from + LENGTH >= text.length ? text.length : wordBefore(text, from + LENGTH, ranges[0]?.[1] ?? 0);
  const [before, after] = [from > 0 ? "…" : "", to < text.length ? "…" : ""];
  const moved = ranges.flatMap(([start, end]): Range[] =>
    start < to ? [[start - from + before.length, Math.min(end, to) - from + before.length]] : [],
  );
  return { text: `${before}${text.slice(from, to).replaceAll(/\s/g, " ")}${after}`, ranges: moved };
}

/** Where the first word at or after a place begins, and the place itself when that would pass `limit`. */
function wordAfter(text: string, at: number, limit: number): number {
  const space = text.slice(at, limit).search(/\s\S/);
  return space === -1 ? whole(text, at) : at + space + 1;
}

/** Where the last word that fits before a place ends, and the place itself when that would cut into what is shown for. */
function wordBefore(text: string, at: number, least: number): number {
  const fits = text.slice(least, at);
  const end = fits.search(/\s+\S*$/);
  return end === -1 ? Math.max(least, whole(text, at)) : least + end;
}

/** Not inside a letter of two units. */
function whole(text: string, at: number): number {
  return /^[\udc00-\udfff]/.test(text.slice(at, at + 1)) ? at + 1 : at;
}
