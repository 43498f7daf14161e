import type { BoardRow } from "@/lib/catalogue/board/types";
import type { Standing } from "@/lib/live/types";
import type { Marked, Mine } from "@/lib/voting/types";

import type { Wish } from "./send-mark";

/** A page of rows as it was loaded. Of one that is far away only its place is kept, so that no list grows without end. */
export type BoardPage = {
  /** The cursor it starts after; null at the start of the list. */
  after: string | null;
  /** Null while it is far away. */
  rows: readonly BoardRow[] | null;
  count: number;
  /** In pixels, as it was last drawn. */
  height: number;
};

/** Where a board was scrolled to and how it was loaded until there. */
export type BoardPlace = { pages: Omit<BoardPage, "rows">[]; next: string | null };

/** What an open board shows. `stored` is each row's own mark as the server last said it, for when one is refused. */
export type BoardState = {
  pages: readonly BoardPage[];
  /** The rows of all pages that are near. */
  rows: readonly BoardRow[];
  next: string | null;
  marked: number;
  stored: Readonly<Record<string, Mine | null>>;
  /** What has no answer yet, by announcement. */
  pending: ReadonlyMap<string, Wish>;
};

/** A page of the board as the server gave it, and the cursor it starts after. */
export type OpenedBoard = { rows: BoardRow[]; next: string | null; marked: number; after?: string | null };

export type BoardChange =
  | { kind: "opened"; board: OpenedBoard }
  | { kind: "appended"; rows: BoardRow[]; next: string | null }
  | { kind: "left"; heights: ReadonlyMap<number, number> }
  | { kind: "returned"; page: number; rows: BoardRow[] }
  | { kind: "placed"; place: BoardPlace }
  | { kind: "wished"; id: string; wish: Wish }
  | { kind: "pending"; pending: BoardState["pending"] }
  | { kind: "stored"; answer: Marked; isLatest: boolean }
  | { kind: "refused"; id: string }
  /** What others did, and oneself in another window. */
  | { kind: "standings"; standings: readonly Standing[] };

/** The state of a board that was just opened. */
export function openBoard({ rows, next, marked, after = null }: OpenedBoard): BoardState {
  const pages = [{ after, rows, count: rows.length, height: 0 }];
  return { pages, rows, next, marked, stored: ownMarks(rows), pending: new Map() };
}

/** Rows that a change does not touch stay the same objects, so that only the one that changed is drawn again. */
export function changeBoard(state: BoardState, change: BoardChange): BoardState {
  switch (change.kind) {
    case "opened":
      return openBoard(change.board);
    case "appended":
      return append(state, change.rows, change.next);
    case "left":
      return withPages(
        state,
        state.pages.map((page, n) => leave(page, change.heights.get(n))),
      );
    case "returned":
      return comeBack(state, change.page, change.rows);
    case "placed":
      return place(state, change.place);
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
  const rows = unknownOf(state, page);
  const added = { after: state.next, rows, count: rows.length, height: 0 };
  return { ...withPages(state, [...state.pages, added]), next };
}

function leave(page: BoardPage, height: number | undefined): BoardPage {
  return height === undefined ? page : { ...page, rows: null, height };
}

/** What was marked since may have left the list, and the rows after it have moved up: none is shown twice. */
function comeBack(state: BoardState, number: number, page: BoardRow[]): BoardState {
  const rows = unknownOf(state, page);
  const come = (each: BoardPage, n: number) =>
    n === number && !each.rows ? { ...each, rows, count: rows.length } : each;
  return withPages(state, state.pages.map(come));
}

function place(state: BoardState, { pages, next }: BoardPlace): BoardState {
  const [first] = state.pages;
  if (!first || pages[0]?.after !== first.after) return state;
  return { ...withPages(state, [first, ...pages.slice(1).map((page) => ({ ...page, rows: null }))]), next };
}

function unknownOf(state: BoardState, page: readonly BoardRow[]): BoardRow[] {
  const known = new Set(state.rows.map(({ id }) => id));
  return page.filter(({ id }) => !known.has(id));
}

/** One's marks are remembered for the rows that are near, and for nothing else. */
function withPages(state: BoardState, pages: readonly BoardPage[]): BoardState {
  const rows = pages.flatMap((page) => page.rows ?? []);
  return { ...state, pages, rows, stored: { ...ownMarks(rows), ...only(state.stored, rows) } };
}

function only(stored: BoardState["stored"], rows: readonly BoardRow[]): Record<string, Mine | null> {
  return Object.fromEntries(rows.flatMap(({ id }) => (id in stored ? [[id, stored[id] ?? null]] : [])));
}

function store(state: BoardState, answer: Marked, isLatest: boolean): BoardState {
  const { announcementId: id, mine, marks, tally, lean, marked } = answer;
  const stored = id in state.stored ? { ...state.stored, [id]: mine } : state.stored;
  // While a later wish for the row is under way its fill stays: the answer to that one will settle it.
  if (!isLatest) return { ...state, stored };
  return { ...patch(state, id, { mine, marks, tally, lean }), stored, marked };
}

/** Changes what a row shows where it stands. One's own mark waits while a later wish of one's own is under way. */
function stand(state: BoardState, { announcementId: id, mine, ...standing }: Standing): BoardState {
  const row = state.rows.find((candidate) => candidate.id === id);
  if (!row) return state;
  const isSame = JSON.stringify({ ...row, ...standing }) === JSON.stringify(row);
  const stood = isSame ? state : patch(state, id, standing);
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
  return { ...patch(state, id, { mine }), marked };
}

function patch(state: BoardState, id: string, changes: Partial<BoardRow>): BoardState {
  const changed = (row: BoardRow) => (row.id === id ? { ...row, ...changes } : row);
  const pages = state.pages.map((page) =>
    page.rows?.some((row) => row.id === id) ? { ...page, rows: page.rows.map(changed) } : page,
  );
  return { ...state, pages, rows: pages.flatMap((page) => page.rows ?? []) };
}

function ownMarks(rows: readonly BoardRow[]): Record<string, Mine | null> {
  return Object.fromEntries(rows.map(({ id, mine }) => [id, mine]));
}
