import { calibrate, type Calibration } from "./calibration";
import { addCounts, countOutcome, ratesOf, type Counts, type Rates } from "./counts";
import type { Gold } from "./gold";
import { pair, type Outcome, type Scored } from "./pair";

/** The reader's score on one post; `readingTime` in milliseconds. */
export type PostScore = {
  post: string;
  split: string;
  isNegative: boolean;
  readingTime: number;
  counts: Counts;
  rates: Rates;
  outcome: Outcome;
};

/** The score on all posts that announce something; negatives are counted by themselves, calibration is over both. */
export type Score = {
  posts: PostScore[];
  overall: { posts: number; counts: Counts; rates: Rates; meanF1: number | null };
  negatives: { posts: number; falseAnnouncements: number };
  calibration: Calibration;
};

/** Scores what was read of one post against its labels. */
export function scorePost(post: string, gold: Gold, candidates: readonly Scored[], readingTime: number): PostScore {
  const outcome = pair(gold, candidates);
  const counts = countOutcome(outcome);
  return { post, split: gold.split, isNegative: gold.negative, readingTime, counts, rates: ratesOf(counts), outcome };
}

/** The score on several posts. */
export function scoreAll(posts: readonly PostScore[]): Score {
  const positives = posts.filter((post) => !post.isNegative);
  const negatives = posts.filter((post) => post.isNegative);
  const counts = addCounts(positives.map((post) => post.counts));
  const sumF1 = positives.reduce((sum, post) => sum + (post.rates.f1 ?? 0), 0);
  return {
    posts: [...posts],
    overall: {
      posts: positives.length,
      counts,
      rates: ratesOf(counts),
      meanF1: positives.length === 0 ? null : sumF1 / positives.length,
    },
    negatives: {
      posts: negatives.length,
      falseAnnouncements: addCounts(negatives.map((post) => post.counts)).wrong,
    },
    calibration: calibrate(posts.map((post) => post.outcome)),
  };
}
