import { describeTitle } from "../describe/title";
import { recogniseFormat } from "../format";
import { habitSigns } from "../judge/habits";
import { weigh, type Weights } from "../judge/judge";
import { postOf } from "../judge/post";
import { signsOf } from "../judge/signs";
import type { Post, Signs } from "../judge/types";
import { proposalsOf } from "../propose/all";
import type { Proposal } from "../propose/proposal";
import type { Gold } from "../scoring/gold";
import { couldPair } from "../scoring/pair";

import { BASE, fitLogistic, type Case } from "./logistic";

/** A proposal of a labelled post; `isOne` is null where the labels leave it open. */
type Example = { proposal: Proposal; signs: Signs; isOne: boolean | null };

/** The proposals of one labelled post. `weight` is how much each counts, so that long posts do not drown short ones. */
export type Lesson = { name: string; post: Post; examples: Example[]; weight: number };

/** How far the weights are held back, so that a sign of few cases weighs little. */
const RESTRAINT = { byItself: 2, byHabits: 1 };
/** The habits are fitted to what the first judgement says of posts it did not learn from, in this many parts. */
const PARTS = 8;

/** Names the sign that only the proposals of one post have. */
const LEVEL = "level of ";

/** A list made of a post that announces nothing costs more trust than a name missed. */
const FALSE_ALARM = 3;
/** Posts of the split "seed" are of those the reader is most asked for. */
const SEED = 8;

/** What can be learned from a post and its labels; null for feeds and lists, which need no judging. */
export function lessonOf(name: string, text: string, gold: Gold): Lesson | null {
  const format = recogniseFormat(text);
  if (format === "feed" || format === "csv" || format === "json") return null;
  const read = postOf(format, text);
  const examples = proposalsOf(read).map((proposal) => ({
    proposal,
    signs: signsOf(proposal, read.post),
    isOne: isOne(proposal, gold),
  }));
  return {
    name,
    post: read.post,
    examples,
    weight: weightOf(gold, examples.length),
  };
}

/** Long posts do not drown short ones, nor short ones a long one. */
function weightOf({ negative, split }: Gold, examples: number): number {
  return ((negative ? FALSE_ALARM : split === "seed" ? SEED : 1) * 4) / Math.sqrt(examples + 20);
}

/** Fits the weights of both judgements to labelled posts. */
export function train(lessons: readonly Lesson[]): Weights {
  const casesByHabits = Array.from({ length: PARTS }, (_, part) => part).flatMap((part) => {
    const others = lessons.filter((_, index) => index % PARTS !== part);
    const byItself = fitByItself(others);
    return lessons.filter((_, index) => index % PARTS === part).flatMap((lesson) => habitCases(lesson, byItself));
  });
  return {
    byItself: Object.fromEntries(fitByItself(lessons)),
    byHabits: Object.fromEntries(fitLogistic(casesByHabits, RESTRAINT.byHabits)),
  };
}

function fitByItself(lessons: readonly Lesson[]): Map<string, number> {
  const cases = lessons.flatMap(({ name, examples, weight }) => {
    // Each post has a level of its own, so that the signs learn what tells its announcements from the rest of it.
    const signs = examples.map((example) => new Map([...example.signs, [LEVEL + name, 1]]));
    return toCases(examples, signs, weight);
  });
  const weights = fitLogistic(cases, RESTRAINT.byItself, (sign) => sign === BASE || sign.startsWith(LEVEL));
  return new Map([...weights].filter(([sign]) => !sign.startsWith(LEVEL)));
}

function habitCases({ examples, post, weight }: Lesson, byItself: ReadonlyMap<string, number>): Case[] {
  const weights = Object.fromEntries(byItself);
  const judged = examples.map(({ proposal, signs }) => ({ proposal, logit: weigh(signs, weights) }));
  return toCases(examples, habitSigns(judged, post), weight);
}

function toCases(examples: readonly Example[], signs: readonly Signs[], weight: number): Case[] {
  return examples.flatMap(({ isOne: known }, index) => {
    const own = signs[index];
    return known === null || !own ? [] : [{ signs: own, isOne: known, weight }];
  });
}

function isOne({ title, marks }: Proposal, gold: Gold): boolean | null {
  const links = marks.flatMap(({ url }) => (url === null ? [] : [{ url, kind: "other" as const }]));
  const met = gold.announcements.filter((label) => couldPair(label, { title: describeTitle(title), links }));
  if (met.length === 0) return false;
  return met.some((label) => !label.optional) ? true : null;
}
