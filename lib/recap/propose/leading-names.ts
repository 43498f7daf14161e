import type { Block, Mark } from "../document";

/** What names one thing: usually one mark, sometimes a bold one and the link inside or beside it. */
export type Name = { marks: Mark[]; start: number; end: number };

/** Numbers, bullets and signs that may stand before a leading name. */
const BEFORE = /^[\s\p{P}\p{S}\ufe0f\u200d]*(?:\d{1,3}[\s\p{P}\p{S}\ufe0f\u200d]*)?$/u;
/** What may stand between two leading names of one paragraph: "A & B", "A, B and C". */
const JOINT = /^[\s,&+/.]*(?:(?:and|or)[\s,&+/.]*)?$/i;
/** A line that more names lead is no sentence about them. */
const MAX_NAMES = 60;
/** What frames a link within its bold words is short. */
const MAX_FRAME = 300;

/** The names in bold or linked at the start of a line of a block, whose text runs from `start` to `end`. */
export function namesLeading(block: Block, start: number, end: number): Name[] {
  const { text } = block;
  const marks = block.marks.filter((mark) => mark.kind !== "emphasis" && mark.start >= start && mark.end <= end);
  const links = marks.filter((mark) => mark.kind === "link");
  if (links.length > 0 && isAllStrong(block, marks, start, end))
    return links.slice(0, MAX_NAMES).map((link) => nameOf([link]));
  const [first] = marks;
  if (!first || !BEFORE.test(text.slice(start, first.start))) return [];
  return joined(marks, text)
    .slice(0, MAX_NAMES)
    .map((group) => nameOf(narrowest(group, text)));
}

/** Groups overlapping marks, and goes on to the next group as long as only "&", "," or "and" lies between. */
function joined(marks: readonly Mark[], text: string): Mark[][] {
  const groups: Mark[][] = [];
  let end = 0;
  for (const mark of marks) {
    const last = groups.at(-1);
    if (last && mark.start < end) last.push(mark);
    else if (!last || (JOINT.test(text.slice(end, mark.start)) && mark.kind === last[0]?.kind)) groups.push([mark]);
    else break;
    end = Math.max(end, mark.end);
  }
  return groups;
}

/** Bold around the whole line says nothing; then its links are the names. */
function isAllStrong({ text }: Block, marks: readonly Mark[], start: number, end: number): boolean {
  let at = start;
  for (const mark of marks) {
    if (mark.kind !== "strong") continue;
    if (/[\p{L}\p{N}]/u.test(text.slice(at, mark.start))) return false;
    at = Math.max(at, mark.end);
  }
  return at > start && !/[\p{L}\p{N}]/u.test(text.slice(at, end));
}

/** "**1. [Name](…)**" and "**[Name](…) (preview)**" are named by the link, for the rest is little. */
function narrowest(group: Mark[], text: string): Mark[] {
  const link = group.find((mark) => mark.kind === "link");
  const [outer] = group;
  if (!link || !outer || outer.end - outer.start > link.end - link.start + MAX_FRAME) return group;
  const isFramed =
    BEFORE.test(text.slice(outer.start, link.start)) && /^\s*(?:\(.*\))?\W*$/.test(text.slice(link.end, outer.end));
  return isFramed ? [link] : group;
}

function nameOf(marks: Mark[]): Name {
  return {
    marks,
    start: marks.reduce((least, mark) => Math.min(least, mark.start), Infinity),
    end: marks.reduce((most, mark) => Math.max(most, mark.end), 0),
  };
}
