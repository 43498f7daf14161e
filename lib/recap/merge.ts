import type { Chosen } from "./choose";
import { describeTitle } from "./describe/title";

/** Words of a title that do not tell two announcements apart. */
const COMMON = new Set(
  "aws amazon azure google cloud microsoft apple the a an of for in on with and to by at from now new supports support is are your introducing announcing using announces launches preview ga service services achieving scale deep dive into".split(
    " ",
  ),
);

export type Merged = Chosen & { others: Chosen[] };

/** What a post says twice is one candidate: the weightiest mention, with the others beside it, in the post's order. */
export function mergeRepeated(chosen: readonly Chosen[]): Merged[] {
  const merged: Merged[] = [];
  const byWord = new Map<string, { words: Set<string>; merged: Merged }[]>();
  for (const each of [...chosen].sort((a, b) => b.weight - a.weight)) {
    const words = titleWords(each.proposal.title);
    const known = [...words]
      .flatMap((word) => byWord.get(word) ?? [])
      .find((other) => isSame(words, other.words, other.merged.proposal.entry === each.proposal.entry))?.merged;
    if (known) {
      known.others.push(each);
      continue;
    }
    const first: Merged = { ...each, others: [] };
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), { words, merged: first }]);
    merged.push(first);
  }
  return merged.sort((a, b) => a.proposal.place.start - b.proposal.place.start);
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
