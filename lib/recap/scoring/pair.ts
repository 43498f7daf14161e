import type { Candidate } from "../types";

import { assign } from "./assign";
import type { Gold, Label } from "./gold";

/** What pairing looks at. */
export type Scored = Pick<Candidate, "title" | "category" | "availability" | "links" | "confidence">;

export type Pair = { label: Label; candidate: Scored; isByLinkAlone: boolean };

/** A candidate no label was left for. `isDuplicate`: it says what another says; `not`: what it names is listed as no announcement. */
export type Extra = { candidate: Scored; isDuplicate: boolean; not: string | null };

/** How the candidates of a post meet its labels. */
export type Outcome = { right: Pair[]; optional: Pair[]; missed: Label[]; extra: Extra[] };

/** One required label outweighs all that pairs can differ by otherwise. */
const REQUIRED = 10_000;
const BY_ALIAS = 20;
const LONGEST_ALIAS = 40;
const BY_LINK = 15;

/**
 * Pairs labels and candidates one to one. They may pair when an alias occurs in the title from the start of a word,
 * or when the addresses are the same; the most required labels are taken, then the best pairs.
 */
export function pair(gold: Gold, candidates: readonly Scored[]): Outcome {
  const labels = gold.announcements.map(readLabel);
  const titles = candidates.map(readCandidate);
  const weights = labels.map((label) => titles.map((title) => weightOf(label, title)));
  const columns = assign(weights);
  const outcome: Outcome = { right: [], optional: [], missed: [], extra: [] };
  labels.forEach((known, index) => {
    const candidate = titles[columns[index] ?? -1];
    const { label } = known;
    if (candidate) {
      const isByLinkAlone = longestAlias(known, candidate) === 0;
      outcome[label.optional ? "optional" : "right"].push({ label, candidate: candidate.candidate, isByLinkAlone });
    } else if (!label.optional) outcome.missed.push(label);
  });
  const taken = new Set(columns);
  titles.forEach((title, column) => {
    if (taken.has(column)) return;
    const isDuplicate = weights.some((row) => (row[column] ?? 0) > 0);
    outcome.extra.push({ candidate: title.candidate, isDuplicate, not: findNot(gold.not, title) });
  });
  return outcome;
}

/** Whether a label and a candidate may pair at all. */
export function couldPair(label: Label, candidate: Pick<Scored, "title" | "links">): boolean {
  return weightOf(readLabel(label), readTitle(candidate)) > 0;
}

/** A text as it is compared: without accents, case and punctuation other than + # . @ */
export function normalise(text: string): string {
  return text
    .replace(/’/g, "'")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/'/g, "")
    .replace(/[^a-z0-9+#.@]+/g, " ")
    .trim();
}

/** An address as it is compared: without scheme, www., query, fragment, trailing slashes and case. */
export function normaliseUrl(url: string): string {
  return url
    .trim()
    .replace(/^https?:/i, "")
    .replace(/^\/\/(www\.)?/i, "")
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "")
    .toLowerCase();
}

type Known = { label: Label; aliases: string[]; url: string | null };
type Title = { text: string; urls: Set<string> };

function readLabel(label: Label): Known {
  const aliases = [label.name, ...label.aliases].map(normalise).filter((alias) => alias.length > 1);
  return { label, aliases: [...new Set(aliases)], url: label.url ? normaliseUrl(label.url) : null };
}

function readCandidate(candidate: Scored): Title & { candidate: Scored } {
  return { ...readTitle(candidate), candidate };
}

function readTitle({ title, links }: Pick<Scored, "title" | "links">): Title {
  return { text: ` ${normalise(title)}`, urls: new Set(links.map((link) => normaliseUrl(link.url))) };
}

function weightOf(known: Known, title: Title): number {
  const length = longestAlias(known, title);
  const alias = length === 0 ? 0 : BY_ALIAS + Math.min(length, LONGEST_ALIAS);
  const link = known.url && title.urls.has(known.url) ? BY_LINK : 0;
  return alias + link === 0 ? 0 : (known.label.optional ? 1 : REQUIRED) + alias + link;
}

/** The length of the longest alias that starts a word of the title; 0 when none does. */
function longestAlias({ aliases }: Known, { text }: Title): number {
  return Math.max(0, ...aliases.filter((alias) => text.includes(` ${alias}`)).map((alias) => alias.length));
}

/** The thing that is listed as no announcement and yet is named by a title: all of it first, else a part. */
function findNot(nots: readonly string[], { text }: Title): string | null {
  const names = nots.map((name) => ({ name, text: normalise(name) }));
  const whole = names.find((each) => each.text !== "" && each.text === text.trim());
  const part = names.find((each) => each.text.length > 3 && text.includes(` ${each.text}`));
  return (whole ?? part)?.name ?? null;
}
