import type { Mark } from "../document";
import type { Entry } from "../outline";
import { sentencesOf, type Sentence } from "../sentences";
import { ANNOUNCING } from "../vocabulary";

import { itemBody } from "./body";
import type { Proposal } from "./proposal";

/** Words that may stand between "announcing" and the name; a preposition would make the name something else. */
const BETWEEN =
  /^[\s:“"'*]*(?:(?!(?:via|with|by|from|at|into|through|that|which|and|where|when|how|to)\b)[\p{L}\p{N}’'-]+\s+){0,5}$/iu;
/** A plain name after "Announcing" ends where its explanation begins. */
const PLAIN_NAME = /^[\s:“"*]*(?:the\s+)?([^\s,;:!?()–—]{1,40}(?: (?![–—-])[^\s,;:!?()–—]{1,40}){0,7})/u;

/** What may stand between the names of one sentence. */
const JOINT =
  /^[\s"”*)]*(?:\([^()]{0,60}\))?\s*(?:,|;|&|\band\b|\bas well as\b|\bplus\b)(?:[\s,]|and\b|also\b|the\b|a\b|an\b|new\b|as well as\b)*[“"*(]*$/i;
const MAX_JOINED = 12;
/** A paragraph that announces more is no paragraph. */
const MAX_NAMES = 200;

type Name = { start: number; end: number };

/** Sentences and items that announce something in words. */
export function proposeAnnouncing(entries: readonly Entry[]): Proposal[] {
  return entries.filter((entry) => entry.block.kind !== "heading").flatMap((entry) => fromEntry(entries, entry));
}

function fromEntry(entries: readonly Entry[], entry: Entry): Proposal[] {
  const proposals: Proposal[] = [];
  for (const sentence of sentencesOf(entry.block.text)) {
    if (proposals.length >= MAX_NAMES) break;
    const verb = ANNOUNCING.exec(sentence.text);
    if (verb) proposals.push(...fromSentence(entries, entry, sentence, verb));
  }
  return proposals;
}

function fromSentence(entries: readonly Entry[], entry: Entry, sentence: Sentence, verb: RegExpExecArray): Proposal[] {
  const after = sentence.start + verb.index + verb[0].length;
  const end = sentence.start + sentence.text.length;
  const first = markedName(entry, after, end) ?? serviceName(entry, after, end) ?? plainName(entry, sentence, verb);
  if (!first) return [];
  const body = entry.block.kind === "item" ? itemBody(entries, entry) : [entry];
  return [first, ...namesJoined(entry, first, end)].map((name) => ({
    convention: "announcing",
    entry,
    title: entry.block.text.slice(name.start, name.end),
    marks: entry.block.marks.filter((mark) => mark.start < name.end && mark.end > name.start),
    passage: sentence.text,
    body,
    place: { start: entry.block.place.start, end: body.at(-1)?.block.place.end ?? entry.block.place.end },
  }));
}

/** The names that follow the first one after commas and "and": "announced A, B and C". */
function namesJoined(entry: Entry, first: Name, end: number): Name[] {
  const names: Name[] = [];
  for (let last = first; names.length < MAX_JOINED;) {
    const next = nameAfter(entry, last.end, end);
    if (!next || !JOINT.test(entry.block.text.slice(last.end, next.start))) break;
    names.push(next);
    last = next;
  }
  return names;
}

function nameAfter({ block, mentions }: Entry, after: number, end: number): Name | null {
  const mark = firstWithin(block.marks, after, end, isNaming);
  const mention = firstWithin(mentions, after, end);
  if (mark && (!mention || mark.start <= mention.start)) return mark;
  return mention ? widenName(block.text, mention) : null;
}

function markedName({ block }: Entry, after: number, end: number): Name | null {
  const mark = firstWithin(block.marks, after, end, isNaming);
  return mark && BETWEEN.test(block.text.slice(after, mark.start)) ? mark : null;
}

function serviceName({ block, mentions }: Entry, after: number, end: number): Name | null {
  const mention = firstWithin(mentions, after, end);
  if (!mention || !BETWEEN.test(block.text.slice(after, mention.start))) return null;
  return widenName(block.text, mention);
}

function isNaming({ kind }: Mark): boolean {
  return kind !== "emphasis";
}

/** The first of several in the order of their starts that lies within; a long paragraph is asked for every sentence. */
function firstWithin<T extends Name>(
  sorted: readonly T[],
  start: number,
  end: number,
  fits: (each: T) => boolean = () => true,
): T | null {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < sorted.length; at += 1) {
    const each = sorted[at];
    if (!each || each.start >= end) return null;
    if (each.end <= end && fits(each)) return each;
  }
  return null;
}

/** The capitalised words around a service's name belong to the name: "CloudWatch" … "Application Signals". */
export function widenName(text: string, { start, end }: Name): Name {
  const before = /(?:\b[\p{Lu}\p{N}][\p{L}\p{N}.+-]{0,30}[ -])+$/u.exec(text.slice(Math.max(0, start - 60), start));
  const after =
    /^(?:[ -](?:(?:for|in|on|with|and) (?=\p{Lu}))?(?:\p{Lu}[\p{L}\p{N}+-]*|v?\d[\p{L}\p{N}]*|support|instances|integration))*/u.exec(
      text.slice(end, end + 100),
    );
  return { start: start - (before?.[0].length ?? 0), end: end + (after?.[0].length ?? 0) };
}

/** Without marks or a known service, only "Announcing X" at the very start of a sentence is taken at its word. */
function plainName({ block }: Entry, sentence: Sentence, verb: RegExpExecArray): Name | null {
  if (verb.index > 2 || !/ing$/i.test(verb[0])) return null;
  const after = sentence.start + verb.index + verb[0].length;
  const match = PLAIN_NAME.exec(block.text.slice(after, sentence.start + sentence.text.length));
  const name = match?.[1];
  if (!match || !name || !/\p{Lu}/u.test(name)) return null;
  const start = after + match[0].length - name.length;
  return { start, end: start + name.length };
}
