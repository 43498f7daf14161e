import type { Entry } from "../outline";

import { itemBody } from "./body";
import type { Proposal } from "./proposal";

/** A plain item that names something does so in a line. */
const MAX_ITEM = 110;
const EXPLANATION = /\s+[-–—]\s+|:\s+|\s+\(|[.!]\s/;

/** Items of a list without any mark of their own: "Lambda supports Ruby". */
export function proposeItems(entries: readonly Entry[]): Proposal[] {
  return entries.filter(isPlainItem).map((entry) => {
    const { text, place } = entry.block;
    const cut = EXPLANATION.exec(text);
    const body = itemBody(entries, entry);
    return {
      convention: "item",
      entry,
      title: cut ? text.slice(0, cut.index) : text,
      marks: [],
      passage: text,
      body,
      place: { start: place.start, end: body.at(-1)?.block.place.end ?? place.end },
    };
  });
}

function isPlainItem({ block: { kind, text, marks } }: Entry): boolean {
  return (
    kind === "item" && text.length <= MAX_ITEM && !marks.some((mark) => mark.kind !== "emphasis" && mark.start < 8)
  );
}
