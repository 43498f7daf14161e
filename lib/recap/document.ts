import { repairMojibake } from "./parse/mojibake";
import type { Place, SourceFacts } from "./types";

/** A part of a block's text that the author marked; `start` and `end` count in the block's text. */
export type Mark = {
  kind: "strong" | "emphasis" | "link";
  start: number;
  end: number;
  url: string | null;
  place: Place;
};

/**
 * One heading, paragraph or list item, whatever the format. `depth` is the heading's level (1 to 7, where 7 is a
 * paragraph all in bold that acts as one) or the item's nesting from 0. Line breaks stay as "\n" in the text.
 */
export type Block = {
  kind: "heading" | "paragraph" | "item";
  depth: number;
  text: string;
  marks: Mark[];
  place: Place;
};

/**
 * The common form of every post: its blocks in order, the offsets of lines drawn across it, what it says of itself,
 * and how many blocks of code it shows.
 */
export type Document = { blocks: Block[]; rules: number[]; facts: SourceFacts; codeBlocks: number };

export const NO_FACTS: SourceFacts = { title: null, author: null, url: null, publishedOn: null };

/** Characters that show nothing or turn the text around: controls, soft hyphens, blanks without width, marks of direction. */
const UNSEEN = /[\0-\u0008\u000b\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Collects one block's text and marks. Text is repaired and its blanks folded on the way in. */
export type BlockWriter = {
  write: (text: string) => void;
  mark: (mark: Pick<Mark, "kind" | "url" | "place">, inside: () => void) => void;
  open: (mark: Pick<Mark, "kind" | "url" | "place">) => void;
  close: (kind: Mark["kind"], end: number) => void;
  isOpen: (kind: Mark["kind"]) => boolean;
  /** True until anything but blanks is written. */
  isEmpty: () => boolean;
  finish: (place: Place) => Block | null;
};

/** A writer for one block; `finish` gives null when nothing but blanks was written. */
export function writeBlock(kind: Block["kind"], depth: number): BlockWriter {
  const parts: string[] = [];
  let length = 0;
  let endsBlank = true;
  const marks: Mark[] = [];
  const opened: Record<Mark["kind"], Mark[]> = { strong: [], emphasis: [], link: [] };

  function write(value: string): void {
    const folded = repairMojibake(value)
      .replace(UNSEEN, "")
      .replace(/[^\S\n]+/g, " ")
      .replace(/ ?\n ?/g, "\n");
    const part = endsBlank ? folded.trimStart() : folded;
    if (part === "") return;
    parts.push(part);
    length += part.length;
    endsBlank = /\s/.test(part.charAt(part.length - 1));
  }

  function open(mark: Pick<Mark, "kind" | "url" | "place">): void {
    opened[mark.kind].push({ ...mark, start: length, end: length });
  }

  function close(kindOfMark: Mark["kind"], end: number): void {
    const mark = opened[kindOfMark].pop();
    if (mark) marks.push({ ...mark, end: length, place: { start: mark.place.start, end } });
  }

  function isOpen(kindOfMark: Mark["kind"]): boolean {
    return opened[kindOfMark].length > 0;
  }

  function mark(made: Pick<Mark, "kind" | "url" | "place">, inside: () => void): void {
    const start = length;
    inside();
    marks.push({ ...made, start, end: length });
  }

  function finish(place: Place): Block | null {
    const trimmed = parts.join("").trimEnd();
    if (trimmed === "") return null;
    const kept = marks.map((m) => trimMark(m, trimmed)).filter((m) => m.end > m.start);
    return { kind, depth, text: trimmed, marks: kept.sort(outermostFirst), place };
  }

  return { write, mark, open, close, isOpen, isEmpty: () => parts.length === 0, finish };
}

function outermostFirst(a: Mark, b: Mark): number {
  return a.start - b.start || b.end - a.end || a.place.start - b.place.start;
}

function trimMark(mark: Mark, text: string): Mark {
  const inside = text.slice(mark.start, mark.end);
  const start = mark.start + (inside.length - inside.trimStart().length);
  return { ...mark, start, end: Math.max(start, start + inside.trim().length) };
}
