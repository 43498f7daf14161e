/** Where a row goes: in front of another, behind another, or last. */
export type Move = { id: string; before: string | null; after: string | null };

/** The order that is stored, as far as the page knows, and the moves that are on their way, first sent first. */
export type OrderState = { stored: readonly string[]; pending: readonly Move[] };

/** The order to draw: what is stored, with what is on its way as if it were stored too. */
export function shownOrder({ stored, pending }: OrderState): string[] {
  return pending.reduce(moved, [...stored]);
}

/** The order after a move; unchanged when the row or what it goes beside is not there. */
export function moved(ids: readonly string[], { id, before, after }: Move): string[] {
  if (!ids.includes(id)) return [...ids];
  const others = ids.filter((other) => other !== id);
  const at = before !== null ? others.indexOf(before) : after !== null ? others.indexOf(after) + 1 : others.length;
  if (at < 0 || (before === null && after !== null && at === 0)) return [...ids];
  return others.toSpliced(at, 0, id);
}

/** The move that brings a row to a place among those shown, counted from 0; null when it is there already. */
export function moveTo(ids: readonly string[], id: string, place: number): Move | null {
  const others = ids.filter((other) => other !== id);
  const to = Math.max(0, Math.min(others.length, place));
  if (others.length === ids.length || ids[to] === id) return null;
  return { id, before: others[to] ?? null, after: others[to - 1] ?? null };
}

/** A move that is sent: drawn at once, stored when the server says so. */
export function sending(state: OrderState, move: Move): OrderState {
  return { ...state, pending: [...state.pending, move] };
}

/** What became of the first move that was on its way: it is stored, or the row returns and later moves stay. */
export function answered({ stored, pending: [first, ...pending] }: OrderState, isStored: boolean): OrderState {
  return { stored: first && isStored ? moved(stored, first) : stored, pending };
}
