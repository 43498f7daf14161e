"use client";

import { useState, type MouseEvent } from "react";

import type { BoardRow } from "@/lib/catalogue/board-types";

import { useBoard } from "./board-provider";

/** Beyond this the page would grow heavy: the next rows then open as a page of their own. */
const MAX_ROWS = 500;

/** How much of the list is shown, the way to more of it, and the keys. */
export function BoardFoot({
  nextHref,
  rowsHref,
  total,
  onHelp,
}: {
  nextHref: string;
  rowsHref: string;
  total: number | null;
  onHelp: () => void;
}) {
  const [next, store] = useBoard((board) => board.next);
  const [shown] = useBoard((board) => board.rows.length);
  const [isLoading, setIsLoading] = useState(false);
  const more = next && `${nextHref}${nextHref.includes("?") ? "&" : "?"}after=${next}`;

  async function handleMore(event: MouseEvent<HTMLAnchorElement>) {
    if (!next || !more || shown >= MAX_ROWS || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (isLoading) return;
    setIsLoading(true);
    const page = await fetchRows(`${rowsHref}${rowsHref.includes("?") ? "&" : "?"}after=${next}`);
    setIsLoading(false);
    if (page) store.append(page);
    else location.assign(more);
  }

  return (
    <div className="board-foot">
      <span>{total === null ? `${shown} shown` : `${shown} of ${total}`}</span>
      {more && (
        <a href={more} aria-disabled={isLoading || undefined} onClick={(event) => void handleMore(event)}>
          Show more
        </a>
      )}
      <span className="board-hint">
        <kbd>j</kbd> <kbd>k</kbd> move <kbd>a</kbd> <kbd>i</kbd> <kbd>x</kbd> mark <kbd>Enter</kbd> open{" "}
        <button type="button" onClick={onHelp}>
          <kbd>?</kbd> all keys
        </button>
      </span>
    </div>
  );
}

async function fetchRows(href: string): Promise<{ rows: BoardRow[]; next: string | null } | null> {
  try {
    const response = await fetch(href, { headers: { Accept: "application/json" } });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
