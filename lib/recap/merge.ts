import { describeTitle } from "./describe/title";
import type { Chosen } from "./judge/judge";
import type { Proposal } from "./propose/proposal";
import { POINTS } from "./vocabulary";

/** Words of a title that do not tell two announcements apart. */
const COMMON = new Set(
  "aws amazon azure google cloud microsoft apple the a an of for in on with and to by at from now new supports support is are your introducing announcing using announces launches preview ga service services achieving scale deep dive into".split(
    " ",
  ),
);

export type Merged = Chosen & { others: Chosen[] };

/** So many of those that share a word are compared, the best first; beyond that the word tells nothing. */
const MAX_COMPARED = 60;
/** One block and those it stands in hold no more names than this. */
const MAX_AROUND = 200;

type Known = { words: Set<string>; merged: Merged };

/** What a post says twice is one candidate: its best name, with the other mentions beside it, in the post's order. */
export function mergeRepeated(chosen: readonly Chosen[]): Merged[] {
  const known: Known[] = [];
  const byAnyWord = new Map<string, Known[]>();
  const byRarest = new Map<string, Known[]>();
  const byEntry = new Map<number, Known[]>();
  const counts = countWords(chosen);
  for (const each of [...chosen].sort(bestFirst)) {
    const words = titleWords(each.proposal.title);
    const rarest = rarestOf(words, counts);
    const around = byEntry.get(each.proposal.entry.index) ?? [];
    // A name inside another shares its rarest word with it, so only few have to be compared.
    const near = [...words].flatMap((word) => few(byRarest.get(word))).concat(few(byAnyWord.get(rarest)));
    const same =
      around.slice(0, MAX_AROUND).find((other) => isToldWith(each, words, other)) ??
      near.find((other) => isSame(words, other.words) || isRestated(each, words, other));
    if (same) {
      same.merged.others.push(each);
      same.merged.chance = Math.max(same.merged.chance, each.chance);
      continue;
    }
    const first: Known = { words, merged: { ...each, others: [] } };
    for (const word of words) addTo(byAnyWord, word, first);
    for (const { index } of each.proposal.body) addTo(byEntry, index, first);
    addTo(byRarest, rarest, first);
    known.push(first);
  }
  return known.map(({ merged }) => merged).sort((a, b) => a.proposal.place.start - b.proposal.place.start);
}

/** The way an author set a name apart says better what it is called than a sentence or an address does. */
const RANK = ["heading", "lead", "named", "announcing", "inline", "short", "sentence", "coined", "prose", "address"];
/** How much likelier the next worse way must be to give the name. */
const RANK_STEP = 0.04;

function bestFirst(a: Chosen, b: Chosen): number {
  return standing(b) - standing(a) || a.proposal.entry.index - b.proposal.entry.index;
}

function standing({ proposal, chance }: Chosen): number {
  return chance - RANK_STEP * RANK.indexOf(wayOf(proposal));
}

function wayOf({ convention, shape }: Proposal): string {
  return shape ?? convention;
}

/** A sentence around a name that stands for itself elsewhere says it again. */
function isRestated({ proposal }: Chosen, words: Set<string>, { words: others, merged }: Known): boolean {
  return (
    isRunningText(wayOf(proposal)) &&
    !isRunningText(wayOf(merged.proposal)) &&
    others.size <= words.size &&
    isWithin(words, others)
  );
}

function isRunningText(way: string): boolean {
  return way === "sentence" || way === "coined" || way === "prose";
}

/** Whether it only goes on telling of what its own block, or the heading or line above it, announces. */
function isToldWith({ proposal }: Chosen, words: Set<string>, { words: others, merged }: Known): boolean {
  const way = wayOf(proposal);
  const above = merged.proposal;
  if (above.entry === proposal.entry) {
    if (isWithin(words, others)) return true;
    if (way === "address") return wayOf(above) !== "address";
    return isRunningText(way) && ["heading", "lead", "named", "short", "announcing"].includes(wayOf(above));
  }
  if (above.convention !== "heading" && above.convention !== "lead" && above.convention !== "line") return false;
  if (isRunningText(way) && [...words].some((word) => others.has(word))) return true;
  return (
    isWithin(words, others) || POINTS.test(proposal.title) || (way === "address" && above.convention === "heading")
  );
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

function few(known: readonly Known[] = []): readonly Known[] {
  return known.slice(0, MAX_COMPARED);
}

function addTo<Key>(index: Map<Key, Known[]>, key: Key, known: Known): void {
  const list = index.get(key);
  if (list) list.push(known);
  else index.set(key, [known]);
}

/** The same words, or a name of two or more words inside the longer one. */
function isSame(a: Set<string>, b: Set<string>): boolean {
  const shorter = Math.min(a.size, b.size);
  return (shorter > 1 || a.size === b.size) && isWithin(a, b);
}

function isWithin(a: Set<string>, b: Set<string>): boolean {
  const [shorter, longer] = a.size <= b.size ? [a, b] : [b, a];
  return shorter.size > 0 && [...shorter].every((word) => longer.has(word));
}

function titleWords(title: string): Set<string> {
  const words = describeTitle(title)
    .replace(/(\p{Ll})(\p{Lu}|\d)/gu, "$1 $2")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return new Set((words ?? []).filter((word) => !COMMON.has(word)).map((word) => word.replace(/(?<=\p{L}{3})s$/u, "")));
}
