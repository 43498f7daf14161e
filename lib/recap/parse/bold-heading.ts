import type { Block } from "../document";

/** A heading reads in one glance; a bold paragraph longer than this is emphasis. */
const MAX_HEADING = 90;

/** A short paragraph all in bold, without a link, is a heading its author did not mark as one (depth 7). */
export function asHeading(block: Block | null): Block | null {
  if (!block || block.kind !== "paragraph" || block.text.length > MAX_HEADING || block.text.includes("\n"))
    return block;
  const [first] = block.marks.filter((mark) => mark.kind === "strong");
  const isAllBold = first !== undefined && first.start === 0 && first.end >= block.text.length - 1;
  if (!isAllBold || block.marks.some((mark) => mark.kind === "link") || /^\d/.test(block.text)) return block;
  return { ...block, kind: "heading", depth: 7 };
}
