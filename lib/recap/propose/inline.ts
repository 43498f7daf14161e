import type { Mark } from "../document";
import type { Entry } from "../outline";
import { sentencesOf, type Sentence } from "../sentences";

import type { Proposal } from "./proposal";

/** A paragraph with more marks than this is no running text. */
const MAX_MARKS = 200;

/** Links and bold words within running text. */
export function proposeInline(entries: readonly Entry[]): Proposal[] {
  return entries
    .filter((entry) => entry.block.kind !== "heading" && entry.block.marks.length > 0)
    .flatMap((entry) => {
      const sentences = sentencesOf(entry.block.text);
      const marks = outermost(entry.block.marks.slice(0, MAX_MARKS));
      return marks.map((mark, index) => propose(entry, mark, passageOf(entry, mark, marks[index + 1], sentences)));
    });
}

/** From the sentence of one mark to the sentence of the next; at least the whole of its own. */
function passageOf({ block }: Entry, mark: Mark, next: Mark | undefined, sentences: readonly Sentence[]): string {
  const own = sentences.findLast((sentence) => sentence.start <= mark.start);
  const following = next && sentences.findLast((sentence) => sentence.start <= next.start);
  const start = own?.start ?? 0;
  const end = Math.max(following?.start ?? block.text.length, start + (own?.text.length ?? 0));
  return block.text.slice(start, end);
}

function propose(entry: Entry, mark: Mark, passage: string): Proposal {
  const { text, marks, place } = entry.block;
  return {
    convention: "inline",
    entry,
    title: text.slice(mark.start, mark.end),
    marks: marks.filter((other) => other.start >= mark.start && other.end <= mark.end),
    passage,
    body: [entry],
    place,
  };
}

function outermost(marks: readonly Mark[]): Mark[] {
  let end = 0;
  return marks.filter((mark) => {
    if (mark.kind === "emphasis" || mark.start < end) return false;
    end = mark.end;
    return true;
  });
}
