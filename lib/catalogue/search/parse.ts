import { STOP_WORDS, UNITS } from "./common-words";

/** A word of a search, or a phrase that stood in quotes. */
export type SearchTerm = {
  /** As it was typed, without quotes and without the minus of an excluded one. */
  text: string;
  isPhrase: boolean;
  isExcluded: boolean;
};

/** What is searched for: an announcement is found when all terms of one alternative hold. Empty when nothing is asked. */
export type Search = SearchTerm[][];

/** Words past these many are not looked for: they would only find less. */
export const MAX_TERMS = 12;

/**
 * The terms of a search as a person types it. Quotes make a phrase, a minus before a word or phrase excludes it, `or`
 * between two of them finds either; nothing else is an operator, and a quote that is never closed is none. Words that say
 * nothing ("the") are left out beside others, and punctuation alone asks for nothing.
 */
export function parseSearch(typed: string): Search {
  const alternatives: SearchTerm[][] = [[]];
  for (const token of typed.matchAll(TOKEN)) {
    const { phrase, word = "" } = token.groups ?? {};
    if (phrase === undefined && /^or$/i.test(word)) alternatives.push([]);
    else alternatives.at(-1)?.push(termOf(phrase, word, token[0]));
  }
  let left = MAX_TERMS;
  return alternatives
    .map((terms) => {
      const kept = telling(joinUnits(unique(terms.filter(({ text }) => says(text))))).slice(0, left);
      left -= kept.length;
      return kept;
    })
    .filter((terms) => terms.length > 0);
}

/** The terms that must be there, each once: what is highlighted. */
export function wantedTerms(search: Search): SearchTerm[] {
  return unique(search.flat().filter(({ isExcluded }) => !isExcluded));
}

const TOKEN = /-?["“”](?<phrase>[^"“”]*)["“”]|(?<word>[^\s"“”]+)|["“”]/gu;

function termOf(phrase: string | undefined, word: string, token: string): SearchTerm {
  if (phrase !== undefined) return { text: phrase.trim(), isPhrase: true, isExcluded: token.startsWith("-") };
  const isExcluded = /^-[^-]/.test(word);
  return { text: isExcluded ? word.slice(1) : word, isPhrase: false, isExcluded };
}

/** Whether anything is left without the punctuation of a sentence, as `search_trimmed` of the database takes it away. */
function says(text: string): boolean {
  return /[^\s.,;:!?()[\]{}<>"'`“”„‘’«»…–—-]/u.test(text);
}

function unique(terms: SearchTerm[]): SearchTerm[] {
  return [...new Map(terms.map((term) => [JSON.stringify(term).toLowerCase(), term])).values()];
}

/** "1 GB" is one thing: a number alone would find every number that begins with it. */
function joinUnits(terms: SearchTerm[]): SearchTerm[] {
  return terms.reduce<SearchTerm[]>((joined, term) => {
    const before = joined.at(-1);
    const isAmount = before && isWord(before) && isWord(term) && /^\d+$/.test(before.text) && isUnit(term.text);
    return isAmount ? joined.with(-1, { ...before, text: `${before.text} ${term.text}` }) : [...joined, term];
  }, []);
}

function telling(terms: SearchTerm[]): SearchTerm[] {
  const kept = terms.filter((term) => !isWord(term) || !STOP_WORDS.has(term.text.toLowerCase()));
  return kept.some(({ isExcluded }) => !isExcluded) ? kept : terms;
}

function isWord({ isPhrase, isExcluded }: SearchTerm): boolean {
  return !isPhrase && !isExcluded;
}

function isUnit(text: string): boolean {
  return UNITS.has(text.toLowerCase());
}
