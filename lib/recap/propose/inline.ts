import type { Mark } from "../document";
import type { Entry } from "../outline";
import { sentencesOf, type Sentence } from "../sentences";

import type { Proposal } from "./proposal";

/** Links and bold words within running text. */
export function proposeInline(entries: readonly Entry[]): Proposal[] {
  return entries
    .filter((entry) => entry.block.kind !== "heading" && entry.block.marks.length > 0)
    .flatMap((entry) => {
      const sentences = sentencesOf(entry.block.text);
      return outermost(entry.block.marks).map((mark) => propose(entry, mark, sentences));
    });
}

function propose(entry: Entry, mark: Mark, sentences: readonly Sentence[]): Proposal {
  const { text, marks, place } = entry.block;
  return {
    convention: "inline",
    entry,
    title: text.slice(mark.start, mark.end),
    marks: marks.filter((other) => other.start >= mark.start && other.end <= mark.end),
    passage: sentences.findLast((sentence) => sentence.start <= mark.start)?.text ?? text,
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
