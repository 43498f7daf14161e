import type { Entry } from "../outline";

import { headingBody } from "./body";
import type { Proposal } from "./proposal";

/** Headings that name something, each with what is written below it. */
export function proposeHeadings(entries: readonly Entry[]): Proposal[] {
  return entries
    .filter((entry) => entry.role === "name" && !entry.block.text.endsWith(":"))
    .map((entry) => {
      const body = headingBody(entries, entry);
      return {
        convention: "heading",
        entry,
        title: entry.block.text,
        marks: entry.block.marks.filter((mark) => mark.kind === "link"),
        passage: body[1]?.block.text ?? "",
        body,
        place: { start: entry.block.place.start, end: body.at(-1)?.block.place.end ?? entry.block.place.end },
      };
    });
}
