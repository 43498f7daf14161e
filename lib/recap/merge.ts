import type { Chosen } from "./choose";
import { describeTitle } from "./describe/title";

/** Words of a title that do not tell two announcements apart. */
const COMMON = new Set(
  "aws amazon azure google cloud microsoft apple the a an of for in on with and to by at from now new supports support is are your introducing announcing using announces launches preview ga service services achieving scale deep dive into".split(
    " ",
  ),
);

export type Merged = Chosen & { others: Chosen[] };

type Known = { words: Set<string>; merged: Merged };

/** What a post says twice is one candidate: the weightiest mention, with the others beside it, in the post's order. */
export function mergeRepeated(chosen: readonly Chosen[]): Merged[] {
  const merged: Merged[] = [];
  const byAnyWord = new Map<string, Known[]>();
  const byRarest = new Map<string, Known[]>();
  const counts = countWords(chosen);
  for (const each of [...chosen].sort((a, b) => b.weight - a.weight)) {
    const words = titleWords(each.proposal.title);
    const rarest = rarestOf(words, counts);
    // A name inside another shares its rarest word with it, so only few have to be compared.
    const near = [...words].flatMap((word) => byRarest.get(word) ?? []).concat(byAnyWord.get(rarest) ?? []);
    const known = near.find((other) => isSame(words, other.words, other.merged.proposal.entry === each.proposal.entry));
    if (known) {
      known.merged.others.push(each);
      continue;
    }
    const first: Known = { words, merged: { ...each, others: [] } };
    for (const word of words) addTo(byAnyWord, word, first);
    addTo(byRarest, rarest, first);
    merged.push(first.merged);
  }
  return merged.sort((a, b) => a.proposal.place.start - b.proposal.place.start);
}

function countWords(chosen: readonly Chosen[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { proposal } of chosen) {
    for (const word of titleWords(proposal.title)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function rarestOf(words: Set<string>, counts: Map<string, number>): string {
  const count = (word: string) => counts.get(word) ?? 0;
  return [...words].reduce((best, word) => (best === "" || count(word) < count(best) ? word : best), "");
}

function addTo(index: Map<string, Known[]>, word: string, known: Known): void {
  const list = index.get(word);
  if (list) list.push(known);
  else index.set(word, [known]);
}

/** The same words, or a name of two or more words inside the longer one; within one block one word is enough. */
function isSame(a: Set<string>, b: Set<string>, isSameBlock: boolean): boolean {
  const [shorter, longer] = a.size <= b.size ? [a, b] : [b, a];
  if (shorter.size === 0) return false;
  if (shorter.size === 1 && longer.size > 1 && !isSameBlock) return false;
  return [...shorter].every((word) => longer.has(word));
}

function titleWords(title: string): Set<string> {
  const words = describeTitle(title)
    .replace(/(\p{Ll})(\p{Lu}|\d)/gu, "$1 $2")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return new Set((words ?? []).filter((word) => !COMMON.has(word)).map((word) => word.replace(/(?<=\p{L}{3})s$/u, "")));
}
