"use client";

import { useState, type MouseEvent } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { Kbd } from "@/components/ui/kbd";
import { formatNumber } from "@/lib/format/number";

import { useBoard } from "./board-provider";

/** How much of the list is shown, the way to more of it, and the keys. */
export function BoardFoot({
  nextHref,
  total,
  onMore,
  onHelp,
}: {
  nextHref: string;
  total: number | null;
  /** Loads the next page in place; false when that did not work. */
  onMore: () => Promise<boolean>;
  onHelp: () => void;
}) {
  const [next] = useBoard((board) => board.next);
  const [shown] = useBoard((board) => board.pages.reduce((count, page) => count + page.count, 0));
  const [isLoading, setIsLoading] = useState(false);
  const more = next && `${nextHref}${nextHref.includes("?") ? "&" : "?"}after=${next}`;

  async function handleMore(event: MouseEvent<HTMLAnchorElement>) {
    if (!more || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (isLoading) return;
    setIsLoading(true);
    const isLoaded = await onMore();
    setIsLoading(false);
    if (!isLoaded) location.assign(more);
  }

  return (
    <div
      data-page="-1"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line py-2 pr-4 pl-3 text-sm text-ink-3 tabular-nums"
    >
      <span>
        {total === null ? `${formatNumber(shown)} shown` : `${formatNumber(shown)} of ${formatNumber(total)}`}
      </span>
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
