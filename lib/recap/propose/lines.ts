import type { Entry } from "../outline";
import { sentencesOf } from "../sentences";

import { itemBody } from "./body";
import type { Proposal } from "./proposal";

/** A paragraph up to this long can be one of a list of lines that the author did not mark as a list. */
const MAX_PARAGRAPH = 260;
/** A title is read at a glance; a longer sentence is cut where its explanation begins. */
const MAX_TITLE = 110;
/** A name before a dash or a colon is short. */
const MAX_NAME_WORDS = 9;
const EXPLANATION = /\s+[-–—]+\s+|:\s+|\s+\(|\s+\|\s+|\t/;
/** Where the explanation begins in a sentence that is too long to be a title. */
const TURN =
  /,\s|;\s|\s(?:which|that|so that|where|allowing|enabling|letting|giving|making|because|while|when|if|in order to|by|to)\s/;

type Line = { title: string; shape: "named" | "short" | "sentence" };

/** Items of a list, and short paragraphs that stand like items, named by how they begin: "Lambda supports Ruby". */
export function proposeLines(entries: readonly Entry[]): Proposal[] {
  return entries.filter(isLine).flatMap((entry) => {
    const line = lineOf(entry.block.text);
    if (
      !line ||
      (entry.block.kind === "paragraph" && line.shape !== "named" && entry.block.text.length > MAX_PARAGRAPH)
    )
      return [];
    const body = entry.block.kind === "item" ? itemBody(entries, entry) : [entry];
    return [
      {
        convention: "line",
        shape: line.shape,
        entry,
        title: line.title,
        marks: [],
        passage: entry.block.text,
        body,
        place: { start: entry.block.place.start, end: body.at(-1)?.block.place.end ?? entry.block.place.end },
      },
    ];
  });
}

/** What begins with a mark is led by it. */
function isLine({ block: { kind, marks } }: Entry): boolean {
  return kind !== "heading" && !marks.some((mark) => mark.kind !== "emphasis" && mark.start < 8);
}

function lineOf(text: string): Line | null {
  const [first] = sentencesOf(text.slice(0, 600));
  if (!first) return null;
  const cut = EXPLANATION.exec(first.text);
  const head = cut ? first.text.slice(0, cut.index) : "";
  const words = head.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (cut && words >= 1 && words <= MAX_NAME_WORDS) return { title: head, shape: "named" };
  if (first.text.length > MAX_TITLE) return { title: shortened(first.text), shape: "sentence" };
  return {
    title: first.text,
    shape: endsWithStop(text) || text.length > first.text.length + 2 ? "sentence" : "short",
  };
}

/** Whether nothing but signs follows the last stop; walks back from the end, for a long run of stops is no sentence. */
function endsWithStop(text: string): boolean {
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const sign = text.charAt(at);
    if (/\w/.test(sign)) return false;
    if (".!?…".includes(sign)) return true;
  }
  return false;
}

function shortened(sentence: string): string {
  const start = 24;
  const turn = TURN.exec(sentence.slice(start, MAX_TITLE));
  return sentence.slice(0, turn ? start + turn.index : MAX_TITLE).replace(/\s+\S*$/, (end) => (turn ? end : ""));
}
