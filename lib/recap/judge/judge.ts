import type { Proposal } from "../propose/proposal";

import { withoutMentions } from "./convention";
import { habitSigns } from "./habits";
import { signsOf } from "./signs";
import type { Post, Signs } from "./types";
import { BY_HABITS, BY_ITSELF } from "./weights";

/** What each sign adds to the logarithm of the odds: in the judgement of a proposal by itself, and by its post's habits. */
export type Weights = { byItself: Readonly<Record<string, number>>; byHabits: Readonly<Record<string, number>> };

/** The weights the reader ships with. */
export const FITTED: Weights = { byItself: BY_ITSELF, byHabits: BY_HABITS };

export type Chosen = { proposal: Proposal; chance: number };

/** From this chance on, showing a candidate helps more than skipping it costs; found as the best mean F1. */
const SHOWN = 0.5;
/** In a post whose likeliest few are likely, but not by much, the rest is held to this part of theirs. */
const SHARE_OF_BEST = 0.6;
/** Where even the likeliest few are not this likely, the post hardly announces anything. */
const DOUBTFUL = 0.5;
const FEW = 4;

/**
 * The proposals that are announcements, each with the chance that it is one. Every proposal is judged twice: first by
 * itself, then by what the first judgement says of those the author wrote in the same form. So a post's own convention
 * decides, and no shape needs a rule of its own. The weights were fitted to hand-labelled posts (`npm run fit`).
 */
export function choose(proposals: readonly Proposal[], post: Post, weights: Weights = FITTED): Chosen[] {
  const judged = proposals.map((proposal) => ({ proposal, logit: weigh(signsOf(proposal, post), weights.byItself) }));
  const signs = habitSigns(judged, post);
  const all = proposals.map((proposal, i) => ({
    proposal,
    chance: chanceOf(weigh(signs[i] ?? new Map(), weights.byHabits)),
  }));
  const least = leastChance(all.map(({ chance }) => chance));
  return withoutMentions(
    all.filter(({ chance }) => chance >= least),
    proposals,
  );
}

/** The sum of what each sign weighs: the logarithm of the odds. A sign that was never seen in fitting weighs nothing. */
export function weigh(signs: Signs, weights: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const [name, value] of signs) sum += (weights[name] ?? 0) * value;
  return sum;
}

function leastChance(chances: readonly number[]): number {
  const best = [...chances].sort((a, b) => b - a).slice(0, FEW);
  const usual = best.reduce((sum, chance) => sum + chance, 0) / FEW;
  return usual < DOUBTFUL ? DOUBTFUL : Math.min(SHOWN, SHARE_OF_BEST * usual);
}

function chanceOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
