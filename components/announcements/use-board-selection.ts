"use client";

import { useRef, useState } from "react";

import type { BoardRow } from "@/lib/catalogue/board/types";

const NONE: ReadonlySet<string> = new Set();

export type BoardSelection = {
  selected: ReadonlySet<string>;
  /** Selects a row or no longer does; with a range, all rows from the last one touched do as this one. */
  toggle: (id: string, isRange: boolean) => void;
  /** All rows that are shown, or none when they all are. */
  toggleAll: () => void;
  clear: () => void;
};

/** As many as can be marked at once. */
const MAX_SELECTED = 500;

/** Which rows of the board are selected, to be marked at once. */
export function useBoardSelection(rows: readonly BoardRow[]): BoardSelection {
  const [selected, setSelected] = useState(NONE);
  const anchor = useRef<string | null>(null);

  function toggle(id: string, isRange: boolean) {
    const isOn = !selected.has(id);
    change(isRange ? between(rows, anchor.current ?? id, id) : [id], isOn);
    anchor.current = id;
  }

  function change(ids: readonly string[], isOn: boolean) {
    const changed = new Set(selected);
    for (const id of ids) {
      if (!isOn) changed.delete(id);
      else if (changed.size < MAX_SELECTED) changed.add(id);
    }
    setSelected(changed);
  }

  const ids = rows.map(({ id }) => id);
  const isAll = ids.every((id) => selected.has(id));
  return { selected, toggle, toggleAll: () => change(ids, !isAll), clear: () => setSelected(NONE) };
}

function between(rows: readonly BoardRow[], from: string, to: string): string[] {
  const ends = [from, to].map((id) => rows.findIndex((row) => row.id === id)).sort((a, b) => a - b);
  const [first = -1, last = -1] = ends;
  return first < 0 ? [to] : rows.slice(first, last + 1).map(({ id }) => id);
}
