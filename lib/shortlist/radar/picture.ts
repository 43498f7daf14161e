import type { Choice } from "@/lib/voting/types";

import type { Moved } from "../export/types";

import { CENTRE, OUTLINE, type Point } from "./geometry";
import type { QuadrantNumber } from "./quadrants";

/** An item as the picture and the list tell it. */
export type Pictured = {
  id: string;
  title: string;
  quadrant: QuadrantNumber;
  ring: Choice;
  moved: Moved;
  number: number;
};

/** The shape of each ring as the data of an SVG path, around its place. */
export const SHAPE_PATH: Record<Choice, string> = {
  adopt: pathOf(OUTLINE.adopt),
  investigate: pathOf(OUTLINE.investigate),
  ignore: pathOf(OUTLINE.ignore),
};

/** Baseline of the number within the shape of each ring, below its place. */
export const NUMBER_BASELINE: Record<Choice, number> = { adopt: 7, investigate: 4, ignore: 4 };

/** Radius of what goes round a shape to say how it moved. */
export const MOVED_RADIUS = 18;

/** Half a circle round a shape on its side away from the middle, for what moved out; the data of an SVG path. */
export function outwardArc({ x, y }: Point): string {
  const distance = Math.sqrt((x - CENTRE) * (x - CENTRE) + (y - CENTRE) * (y - CENTRE)) || 1;
  const [across, along] = [((CENTRE - y) / distance) * MOVED_RADIUS, ((x - CENTRE) / distance) * MOVED_RADIUS];
  return `M${round(across)} ${round(along)}A${MOVED_RADIUS} ${MOVED_RADIUS} 0 0 0 ${round(-across)} ${round(-along)}`;
}

/** What a blip is called: "7 EKS Anywhere, investigate, moved in". */
export function blipName({ number, title, ring, moved }: Pictured): string {
  return [`${number} ${title}`, ring, movedWords(moved)].filter(Boolean).join(", ");
}

/** What a group is called: "5 more, 17 to 21, adopt". */
export function groupName(ring: Choice, items: readonly Pick<Pictured, "number">[]): string {
  return `${items.length} more, ${items[0]?.number} to ${items.at(-1)?.number}, ${ring}`;
}

/** How something moved since the conference before, where that is said at all. */
export function movedWords(moved: Moved): "moved in" | "moved out" | null {
  if (moved === 1) return "moved in";
  return moved === -1 ? "moved out" : null;
}

function pathOf(corners: readonly Point[]): string {
  return `M${corners.map(({ x, y }) => `${x} ${y}`).join("L")}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
