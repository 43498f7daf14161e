/**
 * How many letters have to be added, left out, replaced or swapped with their neighbour to make one word of the other:
 * optimal string alignment, the restricted distance of Damerau (1964), in units of UTF-16.
 */
export function editDistance(one: string, other: string): number {
  let older: number[] = [];
  let before = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const differs = one[row - 1] === other[column - 1] ? 0 : 1;
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      now.push(
        Math.min(
          at(before, column) + 1,
          at(now, column - 1) + 1,
          at(before, column - 1) + differs,
          isSwapped ? at(older, column - 2) + 1 : Infinity,
        ),
      );
    }
    [older, before] = [before, now];
  }
  return at(before, other.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
