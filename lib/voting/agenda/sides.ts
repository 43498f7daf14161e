import { CHOICES, type Choice, type Tally } from "../types";

/**
 * The two choices that stand against each other: adopt and ignore when somebody chose each, else the two with most marks.
 * One when everybody chose the same, none while nobody has marked; always in the order of the choices.
 */
export function opposingSides(tally: Tally): Choice[] {
  const chosen = CHOICES.filter((choice) => tally[choice] > 0);
  const [first, , last] = chosen;
  return first && last ? [first, last] : chosen;
}
