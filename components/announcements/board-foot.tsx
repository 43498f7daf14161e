"use client";

import { useState, type MouseEvent } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { Kbd } from "@/components/ui/kbd";
import type { BoardRow } from "@/lib/catalogue/board/types";

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
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line py-2 pr-4 pl-3 text-sm text-ink-3 tabular-nums">
      <span>{total === null ? `${shown} shown` : `${shown} of ${total}`}</span>
      {more && (
        <a
          href={more}
          className={`${buttonClass()} max-sm:grow`}
          aria-disabled={isLoading || undefined}
          onClick={(event) => void handleMore(event)}
        >
          Show more
        </a>
      )}
      <span className="ml-auto hidden items-center gap-1.5 text-xs lg:flex">
        <Kbd>j</Kbd> <Kbd>k</Kbd> move <Kbd>a</Kbd> <Kbd>i</Kbd> <Kbd>x</Kbd> mark <Kbd>Enter</Kbd> open{" "}
        <button type="button" onClick={onHelp} className="min-h-6">
          <Kbd>?</Kbd> all keys
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
