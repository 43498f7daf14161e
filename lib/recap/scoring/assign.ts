/**
 * The one-to-one assignment of rows to columns with the largest total weight: the column of each row, -1 for none.
 * Weights are at least 0, and 0 is no pair. The Hungarian method with potentials, in the cube of the longer side.
 */
export function assign(weights: readonly (readonly number[])[]): number[] {
  const rows = weights.length;
  const columns = Math.max(0, ...weights.map((row) => row.length));
  const size = Math.max(rows, columns);
  const search = createSearch(size, (row, column) => -(weights[row - 1]?.[column - 1] ?? 0));
  for (let row = 1; row <= size; row += 1) search.place(row);
  return weights.map((row, index) => {
    const column = search.columnOf(index + 1) - 1;
    return (row[column] ?? 0) > 0 ? column : -1;
  });
}

/** Rows and columns count from 1; column 0 stands for the row that is being placed. */
function createSearch(size: number, cost: (row: number, column: number) => number) {
  const rowPotential = new Float64Array(size + 1);
  const columnPotential = new Float64Array(size + 1);
  const rowAt = new Int32Array(size + 1);

  /** Finds the cheapest way to give `row` a column and moves the rows on that way. */
  function place(row: number): void {
    const from = new Int32Array(size + 1);
    const slack = new Float64Array(size + 1).fill(Infinity);
    const reached = new Uint8Array(size + 1);
    rowAt[0] = row;
    let at = 0;
    do {
      reached[at] = 1;
      at = step(at, { from, slack, reached });
    } while (rowAt[at] !== 0);
    while (at !== 0) {
      const before = from[at] ?? 0;
      rowAt[at] = rowAt[before] ?? 0;
      at = before;
    }
  }

  /** Goes on from a column to the nearest one that is not reached yet. */
  function step(at: number, way: { from: Int32Array; slack: Float64Array; reached: Uint8Array }): number {
    const row = rowAt[at] ?? 0;
    let nearest = 0;
    let least = Infinity;
    for (let column = 1; column <= size; column += 1) {
      if (way.reached[column]) continue;
      const reduced = cost(row, column) - (rowPotential[row] ?? 0) - (columnPotential[column] ?? 0);
      if (reduced < (way.slack[column] ?? Infinity)) {
        way.slack[column] = reduced;
        way.from[column] = at;
      }
      const slack = way.slack[column] ?? Infinity;
      if (slack < least) [least, nearest] = [slack, column];
    }
    for (let column = 0; column <= size; column += 1) {
      if (way.reached[column]) {
        const owner = rowAt[column] ?? 0;
        rowPotential[owner] = (rowPotential[owner] ?? 0) + least;
        columnPotential[column] = (columnPotential[column] ?? 0) - least;
      } else way.slack[column] = (way.slack[column] ?? Infinity) - least;
    }
    return nearest;
  }

  return { place, columnOf: (row: number) => rowAt.indexOf(row, 1) };
}
