import type { Weights } from "../judge/judge";

/** The fitted weights as the module the reader loads, three decimals each, in the order of their names. */
export function writeWeights({ byItself, byHabits }: Weights): string {
  return `// Written by \`npm run fit\`: see docs/decisions/0010-judging-by-habits.md. Fit again instead of editing.

/** What each sign of a proposal by itself adds to the logarithm of the odds that it is an announcement. */
export const BY_ITSELF: Readonly<Record<string, number>> = ${writeTable(byItself)};

/** The same for each sign of how its post's habits speak of it. */
export const BY_HABITS: Readonly<Record<string, number>> = ${writeTable(byHabits)};
`;
}

function writeTable(weights: Readonly<Record<string, number>>): string {
  const lines = Object.entries(weights).map(([name, weight]) => {
    const key = /^[a-z]+$/i.test(name) ? name : JSON.stringify(name);
    return `  ${key}: ${Number(weight.toFixed(3))},`;
  });
  return `{\n${lines.join("\n")}\n}`;
}
