import type { Choice } from "@/lib/voting/types";

import { listed } from "./numbering";
import type { Pictured } from "./picture";
import type { Quadrants } from "./quadrants";

/** A line of the list in a picture: the name of a quadrant, of a ring in it, or an item. */
export type ListLine =
  { kind: "quadrant"; name: string } | { kind: "ring"; ring: Choice } | { kind: "item"; item: Pictured };

export type PlacedLine = { line: ListLine; column: number; y: number };

/** How high each line is, with the space before it. */
export const LINE_HEIGHT = { quadrant: 44, ring: 28, item: 20 } as const;

/** The list's lines in order; a quadrant that holds nothing is left out. */
export function listLines(items: readonly Pictured[], { names }: Pick<Quadrants, "names">): ListLine[] {
  return listed(items)
    .filter(({ rings }) => rings.length > 0)
    .flatMap(({ quadrant, rings }): ListLine[] => [
      { kind: "quadrant", name: names[quadrant] },
      ...rings.flatMap((ring): ListLine[] => [
        { kind: "ring", ring: ring.ring },
        ...ring.items.map((item): ListLine => ({ kind: "item", item })),
      ]),
    ]);
}

/** How high the lines are under each other. */
export function heightOf(lines: readonly ListLine[]): number {
  return lines.reduce((height, { kind }) => height + LINE_HEIGHT[kind], 0);
}

/**
 * The lines in so many columns of about the same height, `y` being the line's baseline below the column's top. No column
 * ends with a heading whose items stand in the next.
 */
export function inColumns(lines: readonly ListLine[], columns: number): { placed: PlacedLine[]; height: number } {
  const most = Math.max(heightOf(lines) / columns, 0);
  const placed: PlacedLine[] = [];
  let [column, y, height] = [0, 0, 0];
  for (const [index, line] of lines.entries()) {
    const together = y + heightOf(lines.slice(index, index + headingsFrom(lines, index) + 1));
    if (y > 0 && column < columns - 1 && together > most + LINE_HEIGHT.item) {
      column += 1;
      y = 0;
    }
    // What begins a column needs no space before it.
    y += y === 0 ? LINE_HEIGHT.item : LINE_HEIGHT[line.kind];
    height = Math.max(height, y);
    placed.push({ line, column, y });
  }
  return { placed, height };
}

/** How many headings follow each other from here on. */
function headingsFrom(lines: readonly ListLine[], index: number): number {
  const next = lines.slice(index, index + 3).findIndex(({ kind }) => kind === "item");
  return Math.max(next, 0);
}
