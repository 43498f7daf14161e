import type { PostPart } from "@/lib/catalogue/imports/post-parts";
import type { PostBlock } from "@/lib/catalogue/imports/post-view";

/** What is selected: where it stands in the source, and its words. */
export type Selected = { start: number; end: number; words: string };

/** A point in the post as it is shown: so many characters into one of its paragraphs. */
export type ShownPoint = { block: number; offset: number };

/** The place of a selection in the source; null when no letter is selected. */
export function selectedPlace(
  blocks: readonly PostBlock[],
  { from, to, words }: { from: ShownPoint; to: ShownPoint; words: string },
): Selected | null {
  const text = words.replace(/\s+/g, " ").trim();
  if (!/[\p{L}\p{N}]{2}/u.test(text)) return null;
  // A paragraph selected as a whole ends before the first character of the next.
  const last = to.offset === 0 && to.block > from.block ? to.block - 1 : to.block;
  const start = startOf(blocks[from.block]?.parts ?? [], from.offset);
  const end = endOf(blocks[last]?.parts ?? [], last === to.block ? to.offset : Infinity);
  return start === null || end === null || start >= end ? null : { start, end, words: text };
}

/** Where the character after an offset of the shown text begins. */
function startOf(parts: readonly PostPart[], offset: number): number | null {
  let at = 0;
  for (const { text, start, end } of parts) {
    if (offset < at + text.length) return end === undefined ? start + offset - at : start;
    at += text.length;
  }
  return null;
}

/** Where the character before an offset of the shown text ends. */
function endOf(parts: readonly PostPart[], offset: number): number | null {
  let at = 0;
  let last: number | null = null;
  for (const { text, start, end } of parts) {
    if (offset <= at) return last;
    if (offset < at + text.length) return end ?? start + offset - at;
    at += text.length;
    last = end ?? start + text.length;
  }
  return last;
}
