export type Arrow = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

type Point = { x: number; y: number };

const DIRECTION: Record<Arrow, Point> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

/** Of several places that which an arrow key goes to from one of them: the nearest that way, else the place itself. */
export function neighbour(places: readonly Point[], from: number, arrow: Arrow): number {
  const start = places[from];
  if (!start) return from;
  const way = DIRECTION[arrow];
  let best = { index: from, cost: Infinity };
  for (const [index, { x, y }] of places.entries()) {
    const along = (x - start.x) * way.x + (y - start.y) * way.y;
    const aside = Math.abs((x - start.x) * way.y) + Math.abs((y - start.y) * way.x);
    // What lies further aside than that is found with another arrow.
    if (along <= 0 || aside > along * 2) continue;
    const cost = along + 2 * aside;
    if (cost < best.cost) best = { index, cost };
  }
  return best.index;
}
