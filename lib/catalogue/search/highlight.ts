import { parseSearch, wantedTerms, type SearchTerm } from "./parse";
import type { Range } from "./types";

/**
 * Finds the places in a text that a search is found by, as the database finds them: where a word begins, or a part of a
 * word that begins with a capital, whatever the accents and with or without signs. The places are in order and apart.
 */
export function highlighter(search: string): (text: string) => Range[] {
  const finders = wantedTerms(parseSearch(search)).map(finderOf);
  return (text) => {
    const folded = fold(text);
    return apart(finders.flatMap((find) => find(folded)));
  };
}

/** Lower-case text without accents, and for each of its units where in the text it is from. */
type Folded = { text: string; folded: string; starts: number[]; ends: number[] };

type Finder = (folded: Folded) => Range[];

const LETTER = /[\p{L}\p{N}]/u;
const UNSPACED = /[\u0e00-\u0eff\u1100-\u11ff\u2e80-\u9fff\uf900-\ufaff]/;
/** Endings that hardly change what an English word says; the rest of it has at least three letters. */
const ENDING = /^(.{3,}?)(?:ing|ings|ed|er|ers|es|s|ies|y|e|ation|ations|ment|ments|ly)$/;

function finderOf({ text, isPhrase }: SearchTerm): Finder {
  const { folded } = fold(text);
  const signed = folded.replace(EDGES, "");
  const words = signed.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const isSigned = !/\s/.test(signed) && !(LETTER.test(firstOf(signed)) && LETTER.test(lastOf(signed)));
  if (words.length === 0 || isSigned || UNSPACED.test(signed)) return (given) => places(given, escape(signed));
  const letters = words.map((word) =>
    Array.from(word, escape).reduce((all, letter) => all + between(all, letter) + letter),
  );
  const typed = letters.join("[^\\p{L}\\p{N}]*");
  if (isPhrase || typed.length === 1) return (given) => places(given, `${typed}(?![\\p{L}\\p{N}])`, beginsWord);
  const stem = words.length === 1 ? ENDING.exec(words[0] ?? "")?.[1] : undefined;
  return (given) => {
    const found = places(given, typed, beginsWord);
    return found.length > 0 || !stem ? found : places(given, `${escape(stem)}\\p{L}{0,4}(?!\\p{L})`, beginsWord);
  };
}

const EDGES = /^[\s,;:!?()[\]{}<>"'`“”„‘’«»…–—-]+|[\s.,;:!?()[\]{}<>"'`“”„‘’«»…–—-]+$/gu;

function places(given: Folded, pattern: string, isPlace: (given: Folded, at: number) => boolean = () => true): Range[] {
  if (!pattern) return [];
  const found: Range[] = [];
  const regex = new RegExp(pattern, "gu");
  for (let match = regex.exec(given.folded); match; match = regex.exec(given.folded)) {
    const end = match.index + match[0].length;
    if (isPlace(given, match.index)) found.push([given.starts[match.index] ?? 0, given.ends[end - 1] ?? 0]);
    // By a whole letter, because inside one it would start before it again.
    else regex.lastIndex = match.index + firstOf(given.folded.slice(match.index, match.index + 2)).length;
  }
  return found;
}

function beginsWord({ text, folded, starts }: Folded, at: number): boolean {
  if (!LETTER.test(folded[at - 1] ?? "")) return true;
  const [before, here] = [text.slice(0, starts[at]), text.slice(starts[at])];
  const isCapital = /[\p{Ll}\p{N}]$/u.test(before) && /^\p{Lu}/u.test(here);
  return isCapital || (/\p{Lu}$/u.test(before) && /^\p{Lu}\p{Ll}/u.test(here));
}

/** Signs may stand between letters, a space between an amount and its unit, and nothing between digits. */
function between(before: string, letter: string): string {
  if (!/\d$/.test(before)) return "[^\\p{L}\\p{N}\\s]*";
  return /\d/.test(letter) ? "" : "[^\\p{L}\\p{N}]*";
}

function fold(text: string): Folded {
  const folded = { text, folded: "", starts: [] as number[], ends: [] as number[] };
  let at = 0;
  for (const letter of text) {
    const plain = letter
      .normalize("NFKD")
      .replaceAll(/[\u0300-\u036f]/g, "")
      .toLowerCase();
    const end = at + letter.length;
    // An accent that stands apart belongs to the letter before it.
    if (plain === "" && folded.ends.length > 0) folded.ends[folded.ends.length - 1] = end;
    for (let unit = 0; unit < plain.length; unit += 1) {
      folded.starts.push(at);
      folded.ends.push(end);
    }
    folded.folded += plain;
    at = end;
  }
  return folded;
}

function apart(ranges: Range[]): Range[] {
  const joined: [number, number][] = [];
  for (const [start, end] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function firstOf(text: string): string {
  return Array.from(text)[0] ?? "";
}

function lastOf(text: string): string {
  return Array.from(text).at(-1) ?? "";
}
