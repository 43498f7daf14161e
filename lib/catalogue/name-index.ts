import { titleKey, titleWords, type Comparable, type Known } from "./matching";

/** Names of announcements, to be looked up by their titles and by the words that those of one service share. */
export type NameIndex = {
  byTitle: ReadonlyMap<string, readonly Known[]>;
  /** By service and the beginning of a word. */
  byWord: ReadonlyMap<string, readonly Known[]>;
};

// Enough to hold the true one among its likes.
const CLOSEST = 8;

/** A word that more titles of a service have says little about which of them is meant. */
const CROWD = 400;

/** Plurals and other endings of a word begin alike. */
const BEGINNING = 5;

/** Indexes names by a few words each. */
export function indexNames(known: readonly Known[]): NameIndex {
  const [byTitle, byWord] = [new Map<string, Known[]>(), new Map<string, Known[]>()];
  for (const name of known) {
    add(byTitle, titleKey(name.title), name);
    for (const key of wordKeys(name)) add(byWord, key, name);
  }
  return { byTitle, byWord };
}

/**
 * The few names that a candidate is most likely one of: those with the same title, and of those about a service of its own
 * the ones that share its rarest words. Its cost grows with how many share a word, at most CROWD each, and not with all.
 */
export function closestNames({ byTitle, byWord }: NameIndex, candidate: Comparable): Known[] {
  const equal = byTitle.get(titleKey(candidate.title)) ?? [];
  const shared = new Map<Known, number>();
  for (const names of telling(wordKeys(candidate).flatMap((key) => [byWord.get(key) ?? []]))) {
    for (const name of names) shared.set(name, (shared.get(name) ?? 0) + 1 / names.length);
  }
  const ranked = [...shared].sort(([one, a], [other, b]) => b - a || (one.id < other.id ? -1 : 1));
  return [...new Set([...equal.slice(0, CLOSEST), ...ranked.slice(0, CLOSEST).map(([name]) => name)])];
}

/** The lists that are short enough to tell; when every word is common, the beginning of the shortest. */
function telling(lists: readonly (readonly Known[])[]): (readonly Known[])[] {
  const short = lists.filter(({ length }) => length > 0 && length <= CROWD);
  if (short.length > 0) return short;
  const [shortest] = lists.filter(({ length }) => length > 0).toSorted((a, b) => a.length - b.length);
  return shortest ? [shortest.slice(0, CROWD)] : [];
}

function wordKeys({ title, services }: Comparable): string[] {
  const beginnings = new Set([...titleWords(title)].map((word) => word.slice(0, BEGINNING)));
  return services.flatMap((service) => [...beginnings].map((word) => `${service} ${word}`));
}

function add(map: Map<string, Known[]>, key: string, name: Known): void {
  const names = map.get(key);
  if (names) names.push(name);
  else map.set(key, [name]);
}
