import type { BoardRow } from "@/lib/catalogue/board/types";
import type { Standing } from "@/lib/live/types";
import type { Marked, Mine } from "@/lib/voting/types";

import type { Wish } from "./send-mark";

/** What an open board shows. `stored` is each row's own mark as the server last said it, for when one is refused. */
export type BoardState = {
  rows: BoardRow[];
  next: string | null;
  marked: number;
  stored: Readonly<Record<string, Mine | null>>;
  /** What has no answer yet, by announcement. */
  pending: ReadonlyMap<string, Wish>;
};

/** A page of the board as the server gave it. */
export type OpenedBoard = Pick<BoardState, "rows" | "next" | "marked">;

export type BoardChange =
  | { kind: "opened"; board: OpenedBoard }
  | { kind: "appended"; rows: BoardRow[]; next: string | null }
  | { kind: "wished"; id: string; wish: Wish }
  | { kind: "pending"; pending: BoardState["pending"] }
  | { kind: "stored"; answer: Marked; isLatest: boolean }
  | { kind: "refused"; id: string }
  /** What others did, and oneself in another window. */
  | { kind: "standings"; standings: readonly Standing[] };

/** The state of a board that was just opened. */
export function openBoard({ rows, next, marked }: OpenedBoard): BoardState {
  return { rows, next, marked, stored: ownMarks(rows), pending: new Map() };
}

/** Rows that a change does not touch stay the same objects, so that only the one that changed is drawn again. */
export function changeBoard(state: BoardState, change: BoardChange): BoardState {
  switch (change.kind) {
    case "opened":
      return openBoard(change.board);
    case "appended":
      return append(state, change.rows, change.next);
    case "wished":
      return showMine(state, change.id, wished(change.wish, state.stored[change.id] ?? null));
    case "pending":
      return { ...state, pending: change.pending };
    case "refused":
      return showMine(state, change.id, state.stored[change.id] ?? null);
    case "stored":
      return store(state, change.answer, change.isLatest);
    case "standings":
      return change.standings.reduce(stand, state);
  }
}

function append(state: BoardState, page: BoardRow[], next: string | null): BoardState {
  const known = new Set(state.rows.map(({ id }) => id));
  const rows = page.filter(({ id }) => !known.has(id));
  return { ...state, next, rows: [...state.rows, ...rows], stored: { ...state.stored, ...ownMarks(rows) } };
}

function store(state: BoardState, answer: Marked, isLatest: boolean): BoardState {
  const { announcementId: id, mine, marks, tally, lean, marked } = answer;
  const stored = { ...state.stored, [id]: mine };
  // While a later wish for the row is under way its fill stays: the answer to that one will settle it.
  if (!isLatest) return { ...state, stored };
  return { ...state, stored, marked, rows: patch(state.rows, id, { mine, marks, tally, lean }) };
}

/** Changes what a row shows where it stands. One's own mark waits while a later wish of one's own is under way. */
function stand(state: BoardState, { announcementId: id, mine, ...standing }: Standing): BoardState {
  const row = state.rows.find((candidate) => candidate.id === id);
  if (!row) return state;
  const isSame = JSON.stringify({ ...row, ...standing }) === JSON.stringify(row);
  const stood = isSame ? state : { ...state, rows: patch(state.rows, id, standing) };
  if (mine === undefined) return stood;
  const known = { ...stood, stored: { ...stood.stored, [id]: mine } };
  return state.pending.has(id) ? known : showMine(known, id, mine);
}

/** What a row shows for a wish: its mark at once, a note only when it is stored or comes back with its mark. */
function wished({ mark, note }: Wish, stored: Mine | null): Mine | null {
  if (mark === "withdraw") return null;
  if (!mark) return stored;
  return { choice: mark, note: note && note.was === undefined ? note.text : (stored?.note ?? "") };
}

function showMine(state: BoardState, id: string, mine: Mine | null): BoardState {
  const row = state.rows.find((candidate) => candidate.id === id);
  if (!row || (row.mine?.choice === mine?.choice && row.mine?.note === mine?.note)) return state;
  const marked = state.marked + Number(mine !== null) - Number(row.mine !== null);
  return { ...state, marked, rows: patch(state.rows, id, { mine }) };
}

function patch(rows: BoardRow[], id: string, changes: Partial<BoardRow>): BoardRow[] {
  return rows.map((row) => (row.id === id ? { ...row, ...changes } : row));
}

function ownMarks(rows: BoardRow[]): Record<string, Mine | null> {
  return Object.fromEntries(rows.map(({ id, mine }) => [id, mine]));
}
