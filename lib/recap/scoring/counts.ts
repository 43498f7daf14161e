import type { Outcome, Pair } from "./pair";

const ZERO = {
  required: 0,
  extracted: 0,
  right: 0,
  wrong: 0,
  missed: 0,
  optionalFound: 0,
  categoryRight: 0,
  /** Right without counting what a label would also take. */
  categoryFirst: 0,
  availabilityRight: 0,
  stated: 0,
  statedFound: 0,
  claimed: 0,
  claimedRight: 0,
  byLinkAlone: 0,
  duplicates: 0,
  /** Candidates that name what is listed as no announcement. */
  nots: 0,
};

/** What is counted of one post or of many; counts of posts add up. */
export type Counts = typeof ZERO;

/** Shares from 0 to 1; null where there is nothing to count. */
export type Rates = {
  precision: number | null;
  recall: number | null;
  f1: number | null;
  category: number | null;
  categoryFirst: number | null;
  availability: number | null;
  statedFound: number | null;
  claimedRight: number | null;
};

/** Counts an outcome. Optional labels that were found count neither way. */
export function countOutcome({ right, optional, missed, extra }: Outcome): Counts {
  const stated = right.filter(({ label }) => label.availability !== "unknown");
  const claimed = right.filter(({ candidate }) => candidate.availability !== "unknown");
  return {
    required: right.length + missed.length,
    extracted: right.length + optional.length + extra.length,
    right: right.length,
    wrong: extra.length,
    missed: missed.length,
    optionalFound: optional.length,
    categoryRight: right.filter(isCategoryRight).length,
    categoryFirst: right.filter(({ label, candidate }) => candidate.category === label.category).length,
    availabilityRight: right.filter(isAvailabilityRight).length,
    stated: stated.length,
    statedFound: stated.filter((each) => each.candidate.availability !== "unknown" && isAvailabilityRight(each)).length,
    claimed: claimed.length,
    claimedRight: claimed.filter(isAvailabilityRight).length,
    byLinkAlone: right.filter((each) => each.isByLinkAlone).length,
    duplicates: extra.filter((each) => each.isDuplicate).length,
    nots: extra.filter((each) => each.not !== null).length,
  };
}

/** The counts of several posts together. */
export function addCounts(all: readonly Counts[]): Counts {
  const total = { ...ZERO };
  for (const counts of all) {
    for (const name of COUNTED) total[name] += counts[name];
  }
  return total;
}

/** The shares that counts come to. Without a required label there is no F1, without a candidate no precision. */
export function ratesOf(counts: Counts): Rates {
  const { right, wrong, missed, required } = counts;
  return {
    precision: share(right, right + wrong),
    recall: share(right, required),
    f1: share(required === 0 ? 0 : 2 * right, required === 0 ? 0 : 2 * right + wrong + missed),
    category: share(counts.categoryRight, right),
    categoryFirst: share(counts.categoryFirst, right),
    availability: share(counts.availabilityRight, right),
    statedFound: share(counts.statedFound, counts.stated),
    claimedRight: share(counts.claimedRight, counts.claimed),
  };
}

/** True when the category is the label's, or one that the label would also take. */
export function isCategoryRight({ label, candidate }: Pair): boolean {
  return [label.category, ...label.alsoCategory].includes(candidate.category);
}

/** True when the availability is the label's, or one that the label would also take. */
export function isAvailabilityRight({ label, candidate }: Pair): boolean {
  return [label.availability, ...label.alsoAvailability].includes(candidate.availability);
}

const COUNTED: readonly (keyof Counts)[] = [
  "required",
  "extracted",
  "right",
  "wrong",
  "missed",
  "optionalFound",
  "categoryRight",
  "categoryFirst",
  "availabilityRight",
  "stated",
  "statedFound",
  "claimed",
  "claimedRight",
  "byLinkAlone",
  "duplicates",
  "nots",
];

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
