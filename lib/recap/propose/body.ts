import type { Entry } from "../outline";

/** An announcement is told within a few paragraphs; more belongs to the section around it. */
const MAX_BLOCKS = 12;

/** What belongs to an item: the items and paragraphs nested below it. */
export function itemBody(entries: readonly Entry[], entry: Entry): Entry[] {
  return blocksBelow(entries, entry, MAX_BLOCKS, ({ block }) => {
    if (block.kind === "item") return block.depth <= entry.block.depth;
    return block.kind === "heading" || block.depth === 0;
  });
}

/** What belongs to a paragraph: the blocks below it until the next heading or the next one that `ends` it. */
export function paragraphBody(entries: readonly Entry[], entry: Entry, ends: (next: Entry) => boolean): Entry[] {
  return blocksBelow(entries, entry, MAX_BLOCKS, (next) => next.block.kind === "heading" || ends(next));
}

/** What belongs to a heading: everything until the next heading of its level or above. */
export function headingBody(entries: readonly Entry[], entry: Entry): Entry[] {
  return blocksBelow(
    entries,
    entry,
    2 * MAX_BLOCKS,
    ({ block }) => block.kind === "heading" && block.depth <= entry.block.depth,
  );
}

function blocksBelow(entries: readonly Entry[], entry: Entry, most: number, ends: (next: Entry) => boolean): Entry[] {
  const near = entries.slice(entry.index + 1, entry.index + most);
  const end = near.findIndex((next) => next.isAfterRule || ends(next));
  return [entry, ...(end < 0 ? near : near.slice(0, end))];
}
