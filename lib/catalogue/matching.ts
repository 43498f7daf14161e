/** What is compared: service slugs, links in canonical form, and the vendor's own id where the source carries one. */
export type Comparable = {
  title: string;
  services: readonly string[];
  links: readonly string[];
  vendorId: string | null;
};

export type Known = Comparable & { id: string };

/** The announcement a candidate seems to be, and why, in words for the person who decides. */
export type Match = { announcementId: string; reason: string };

/** Reasons that need no second look; anything else is a suggestion. */
export const CERTAIN_REASONS = ["same vendor id", "same link", "same title"] as const;

/** Below this, two titles about one service are two announcements more often than one. */
const ALIKE = 0.6;

/** Words that say nothing about which announcement it is. */
const NOISE = new Set(
  "a an and announcing aws amazon announces available azure by for from general generally google in introducing is its microsoft new now of on preview public support supports the to via with".split(
    " ",
  ),
);

/**
 * The known announcement that a candidate is most likely the same as, or null: by vendor id, then canonical link, then
 * equal titles, then a service in common and similar titles, the last only as a suggestion.
 */
export function bestMatch(candidate: Comparable, known: readonly Known[]): Match | null {
  const ranked = known
    .map((other) => ({ other, likeness: similarity(candidate.title, other.title) }))
    .sort((a, b) => b.likeness - a.likeness || (a.other.id < b.other.id ? -1 : 1));
  const byVendorId = ranked.find(({ other }) => candidate.vendorId !== null && candidate.vendorId === other.vendorId);
  if (byVendorId) return { announcementId: byVendorId.other.id, reason: "same vendor id" };
  const byLink = ranked.find(({ other }) => meet(candidate.links, other.links));
  if (byLink) return { announcementId: byLink.other.id, reason: "same link" };
  const byTitle = ranked.find(({ likeness }) => likeness === 1);
  if (byTitle) return { announcementId: byTitle.other.id, reason: "same title" };
  const alike = ranked.find(({ other, likeness }) => likeness >= ALIKE && meet(candidate.services, other.services));
  if (!alike) return null;
  return { announcementId: alike.other.id, reason: `same service and ${twoDigits(alike.likeness)} alike` };
}

/** Equal for two titles exactly when their telling words are: what `similarity` gives 1. */
export function titleKey(title: string): string {
  return [...titleWords(title)].toSorted().join(" ");
}

/**
 * How alike two titles are, 0 to 1 and the same both ways round: the mean of the Dice and overlap coefficients of their
 * words' trigrams, so that a name alone still meets the name with its explanation. Halved where each title has a number
 * or model that the other lacks: "Graviton2" is not "Graviton4", nor gp3 io2. Equal words in any order give 1.
 */
export function similarity(one: string, other: string): number {
  const [words, others] = [titleWords(one), titleWords(other)];
  if (words.size === others.size && [...words].every((word) => others.has(word))) return 1;
  const [a, b] = [trigrams(words), trigrams(others)];
  const shared = [...a].filter((trigram) => b.has(trigram)).length;
  if (shared === 0) return 0;
  const dice = (2 * shared) / (a.size + b.size);
  const overlap = shared / Math.min(a.size, b.size);
  const mean = (dice + overlap) / 2;
  // Only equal words are certain: 1 is kept for them.
  return Math.min(0.99, differInNumbers(words, others) ? mean / 2 : mean);
}

/** The words of a title that tell which announcement it is, in lower case, letters and digits apart. */
export function titleWords(title: string): Set<string> {
  const plain = title
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase();
  // Letters and digits apart, so that "Graviton 4" is "Graviton4".
  const words = plain.match(/\p{L}+|\p{N}+/gu) ?? [];
  const telling = words.filter((word) => !NOISE.has(word));
  return new Set(telling.length > 0 ? telling : words.length > 0 ? words : [plain.trim()]);
}

/** As pg_trgm cuts them: each word by itself, with two blanks before and one behind. */
function trigrams(words: ReadonlySet<string>): Set<string> {
  const cut = new Set<string>();
  for (const word of words) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) cut.add(padded.slice(at, at + 3));
  }
  return cut;
}

function differInNumbers(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const lacking = (mine: ReadonlySet<string>, theirs: ReadonlySet<string>) =>
    [...mine].some((word) => /\d/.test(word) && !theirs.has(word));
  return lacking(words, others) && lacking(others, words);
}

function meet(some: readonly string[], others: readonly string[]): boolean {
  return some.some((value) => others.includes(value));
}

/** Cut, not rounded, so that 0.996 does not read as 1.00. */
function twoDigits(likeness: number): string {
  return (Math.floor(likeness * 100) / 100).toFixed(2);
}
