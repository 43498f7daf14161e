import { isProductPage, linkKind } from "../describe/links";
import type { Mark } from "../document";
import type { Entry } from "../outline";
import { sentencesOf } from "../sentences";
import { findServiceMentions } from "../services/find-services";
import { POINTING } from "../vocabulary";

import { itemBody } from "./body";
import type { Proposal } from "./proposal";

/** A paragraph with more links than this is a list of sources. */
const MAX_MARKS = 60;
/** A longer address is made by a machine, and names nothing. */
const MAX_ADDRESS = 2000;
/** What stands beside a link in a longer sentence is no name. */
const MAX_SENTENCE = 2000;
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i;
/** What remains of a sentence when its link is taken out: "Read more:", brackets, dashes. */
const REMAINS =
  /\(\s*\)|\[\s*\]|\s[-–—:|>→]+\s*$|^\s*[-–—:|>→]+\s|\b(?:read|see|learn|find|more|details|link|source|via|at|announcement|post|blog)\b[\s\w]{0,12}[:.)]*\s*$/gi;

/** Links that name nothing themselves (a bare address, "here") to a vendor's news: named by the words beside them, else by the address. */
export function proposeAddresses(entries: readonly Entry[]): Proposal[] {
  return entries.flatMap((entry) =>
    entry.block.marks
      .slice(0, MAX_MARKS)
      .filter((mark) => isNamelessLink(entry, mark))
      .flatMap((mark) => propose(entries, entry, mark)),
  );
}

function isNamelessLink({ block }: Entry, { kind, url, start, end }: Mark): boolean {
  if (kind !== "link" || url === null || (linkKind(url) !== "announcement" && !isProductPage(url))) return false;
  const text = block.text.slice(start, end).trim();
  return ADDRESS.test(text) || POINTING.test(text.replace(/[.!…]+$/, ""));
}

function propose(entries: readonly Entry[], entry: Entry, mark: Mark): Proposal[] {
  const title = wordsBeside(entry, mark) ?? titleOfAddress(mark.url ?? "");
  if (title === null) return [];
  const { block } = entry;
  const body = block.kind === "item" ? itemBody(entries, entry) : [entry];
  return [
    {
      convention: "address",
      entry,
      title,
      marks: [mark],
      passage: sentenceOf(entry, mark),
      body,
      place: { start: block.place.start, end: body.at(-1)?.block.place.end ?? block.place.end },
    },
  ];
}

function wordsBeside(entry: Entry, mark: Mark): string | null {
  if (entry.block.kind === "heading") return null;
  const sentence = sentenceOf(entry, mark);
  if (sentence.length > MAX_SENTENCE) return null;
  const own = entry.block.text.slice(mark.start, mark.end);
  const rest = sentence
    .replace(own, " ")
    .replace(/https?:\/\/\S+/g, " ")
    .replace(REMAINS, " ")
    .replace(/\s+/g, " ")
    .trim();
  const [name = ""] = rest.split(/\s+[-–—]\s+|:\s+|\.\s/, 1);
  if (
    /^(?:(?:you|we) can |please |to )?(?:read|see|find|learn|check|watch|listen|sign up|get started|more)\b/i.test(name)
  )
    return null;
  const words = name.match(/\p{L}[\p{L}\p{N}]*/gu)?.length ?? 0;
  return words >= 2 && words <= 14 ? name : null;
}

function sentenceOf({ block }: Entry, mark: Mark): string {
  return sentencesOf(block.text).findLast(({ start }) => start <= mark.start)?.text ?? block.text;
}

/** "…/whats-new/2020/12/amazon-s3-strong-consistency/" says "Amazon S3 strong consistency". */
export function titleOfAddress(url: string): string | null {
  if (url.length > MAX_ADDRESS) return null;
  const path = url.replace(/[?#].*$/, "").replace(/\/+$/, "");
  const slug = path.slice(path.lastIndexOf("/") + 1).replace(/\.(?:html?|aspx|php)$/i, "");
  const words = slug.split(/[-_]+/).filter(Boolean);
  if (words.length < 2 || words.length > 25 || !/^[\w-]+$/.test(slug)) return null;
  const text = words.join(" ");
  return withServiceNames(text.charAt(0).toUpperCase() + text.slice(1));
}

/** Addresses are in lower case: the services in them get their names back. */
function withServiceNames(text: string): string {
  let named = "";
  let at = 0;
  for (const { service, start, end } of findServiceMentions(
    text.replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase()),
    null,
  )) {
    named += text.slice(at, start) + service.name;
    at = end;
  }
  return named + text.slice(at);
}
