/** One case to learn from: what was noticed, whether it was one, and how much it counts. */
export type Case = { signs: ReadonlyMap<string, number>; isOne: boolean; weight: number };

const MAX_STEPS = 30;
const SETTLED = 1e-5;
/** The sign that every case has; its weight is the base rate. */
export const BASE = "any";
/** A level is a fact of the cases, not a claim to be held back like the weight of a sign. */
const LEVEL_RESTRAINT = 0.05;

/**
 * The weight of each sign that makes the cases likeliest: logistic regression with a Gaussian prior, solved by Newton's
 * method (Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 4.4.1). `restraint` is the prior's
 * inverse variance: the higher, the less a sign of few cases may weigh; signs that are levels are hardly held back.
 */
export function fitLogistic(
  cases: readonly Case[],
  restraint: number,
  isLevel: (sign: string) => boolean = (sign) => sign === BASE,
): Map<string, number> {
  const names = [...new Set(cases.flatMap(({ signs }) => [...signs.keys()]))].sort();
  const indexes = new Map(names.map((name, index) => [name, index]));
  const rows = cases.map((each) => ({
    ...each,
    cells: [...each.signs].map(([name, value]) => ({ at: indexes.get(name) ?? 0, value })),
  }));
  const restraints = names.map((name) => (isLevel(name) ? restraint * LEVEL_RESTRAINT : restraint));
  const weights = new Float64Array(names.length);
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const { slope, curvature } = derivatives(rows, weights, restraints);
    const change = solve(curvature, slope);
    change.forEach((value, at) => (weights[at] = valueAt(weights, at) + value));
    if (change.every((value) => Math.abs(value) < SETTLED)) break;
  }
  return new Map(names.map((name, at) => [name, valueAt(weights, at)]));
}

type Row = Case & { cells: readonly { at: number; value: number }[] };

function derivatives(rows: readonly Row[], weights: Float64Array, restraints: readonly number[]) {
  const slope = new Float64Array(weights.length);
  const curvature = restraints.map(() => new Float64Array(weights.length));
  for (const { cells, isOne, weight } of rows) {
    const sum = cells.reduce((total, { at, value }) => total + valueAt(weights, at) * value, 0);
    const chance = 1 / (1 + Math.exp(-sum));
    const error = weight * ((isOne ? 1 : 0) - chance);
    const bend = weight * Math.max(chance * (1 - chance), 1e-6);
    for (const { at, value } of cells) {
      slope[at] = valueAt(slope, at) + error * value;
      const row = curvature[at];
      if (row) for (const other of cells) row[other.at] = valueAt(row, other.at) + bend * value * other.value;
    }
  }
  restraints.forEach((restraint, at) => {
    slope[at] = valueAt(slope, at) - restraint * valueAt(weights, at);
    const row = curvature[at];
    if (row) row[at] = valueAt(row, at) + restraint;
  });
  return { slope, curvature };
}

/** Gaussian elimination without pivoting, which a positive definite matrix allows. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const rows = matrix.map((row) => row.slice());
  const result = right.slice();
  for (let at = 0; at < size; at += 1) {
    const pivot = rows[at] ?? new Float64Array(size);
    for (let below = at + 1; below < size; below += 1) {
      const row = rows[below] ?? pivot;
      const factor = valueAt(row, at) / valueAt(pivot, at);
      if (factor === 0) continue;
      for (let column = at; column < size; column += 1) {
        row[column] = valueAt(row, column) - factor * valueAt(pivot, column);
      }
      result[below] = valueAt(result, below) - factor * valueAt(result, at);
    }
  }
  for (let at = size - 1; at >= 0; at -= 1) {
    const row = rows[at] ?? new Float64Array(size);
    let sum = valueAt(result, at);
    for (let column = at + 1; column < size; column += 1) sum -= valueAt(row, column) * valueAt(result, column);
    result[at] = sum / valueAt(row, at);
  }
  return result;
}

function valueAt(values: Float64Array, at: number): number {
  return values[at] ?? 0;
}
