import { CHOICES, type Choice } from "@/lib/voting/types";

import { QUADRANT_NUMBERS, type RadarMapping, type RadarTarget } from "./radar-mapping";

/** How many items each ring of each quadrant of a radar gets: rows are its quadrants and columns its rings, in its order. */
export type RadarCounts = {
  rings: readonly string[];
  rows: readonly { quadrant: string; counts: readonly number[]; total: number }[];
};

/** Our counts, by quadrant and ring, as they fall in a target. */
export function countsInTarget(
  { rings, quadrants }: Pick<RadarTarget, "rings" | "quadrants">,
  mapping: RadarMapping,
  counts: readonly Readonly<Record<Choice, number>>[],
): RadarCounts {
  return {
    rings: rings.map(({ name }) => name),
    rows: quadrants.map((quadrant) => {
      const ours = QUADRANT_NUMBERS.filter((number) => mapping.quadrants[number].key === quadrant.key);
      const inRings = rings.map((ring) => {
        const choices = CHOICES.filter((choice) => mapping.rings[choice].key === ring.key);
        return sum(ours.flatMap((number) => choices.map((choice) => counts[number]?.[choice] ?? 0)));
      });
      return { quadrant: quadrant.name, counts: inRings, total: sum(inRings) };
    }),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
