import { CHOICES, type Choice, type Tally } from "../types";

/**
 * The two choices that stand against each other: adopt and ignore, else the two with most marks. Where both wrote why is
 * preferred to where one is silent, for a meeting hears arguments. One when everybody chose the same, none while nobody has
 * marked; always in the order of the choices.
 */
export function opposingSides(tally: Tally, hasNotes: (choice: Choice) => boolean): Choice[] {
  const chosen = CHOICES.filter((choice) => tally[choice] > 0);
  if (chosen.length < CHOICES.length) return chosen;
  const byMarks = [
    pair("adopt", "ignore"),
    ...NEIGHBOURS.toSorted((one, two) => marksOf(two, tally) - marksOf(one, tally)),
  ];
  return byMarks.find((sides) => sides.every(hasNotes)) ?? pair("adopt", "ignore");
}

const NEIGHBOURS = [pair("adopt", "investigate"), pair("investigate", "ignore")];

function pair(one: Choice, two: Choice): Choice[] {
  return [one, two];
}

function marksOf(sides: readonly Choice[], tally: Tally): number {
  return sides.reduce((sum, choice) => sum + tally[choice], 0);
}
