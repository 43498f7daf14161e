import type { BoardStore } from "./board-store";

type Load = (page: number | "next") => Promise<boolean>;

/** The row of an announcement, as it is drawn. */
export function rowElement(id: string): HTMLElement | null {
  return document.getElementById(`a-${id}`);
}

/** Moves the cursor along the rows, past the end of a page into the next, and to either end of what is loaded. */
export async function moveCursor(
  store: BoardStore,
  current: string | null,
  to: "next" | "before" | "first" | "last",
  load: Load,
): Promise<void> {
  const { rows, pages } = store.snapshot();
  if (to === "first") await load(0);
  if (to === "last") await load(pages.length - 1);
  const at = rows.findIndex(({ id }) => id === current);
  if (to === "next" && at === rows.length - 1) await load("next");
  const now = store.snapshot().rows;
  const step = to === "before" ? at - 1 : at + 1;
  const next = to === "first" ? now[0] : to === "last" ? now.at(-1) : now[at === -1 ? 0 : step];
  if (!next) return;
  if (rowElement(next.id)) focusRow(next.id);
  // A page that has just come is drawn first.
  else requestAnimationFrame(() => focusRow(next.id));
}

/** The cursor is the focus, on the link of its row, so that Enter opens it and a screen reader reads it. */
function focusRow(id: string) {
  const row = rowElement(id);
  row?.querySelector("a")?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}
