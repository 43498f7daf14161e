import Link from "next/link";

import type { BoardFilter } from "@/lib/catalogue/board/filter";
import { VIEWS, type View } from "@/lib/catalogue/board/filter";
import { formatNumber } from "@/lib/format/number";

import { LeftCount } from "./board-counts";
import { boardPath } from "@/components/paths";

const NAME: Record<View, string> = { todo: "Needs my mark", all: "All" };

/** The two ways through a conference; search and filters stay when one changes to the other. */
export function BoardViews({
  teamSlug,
  conferenceSlug,
  filter,
  total,
}: {
  teamSlug: string;
  conferenceSlug: string;
  filter: BoardFilter;
  total: number;
}) {
  return (
    <nav className="board-views" aria-label="Views">
      {VIEWS.map((view) => (
        <Link
          key={view}
          href={boardPath(teamSlug, conferenceSlug, { ...filter, view, after: null })}
          aria-current={filter.view === view ? "page" : undefined}
          prefetch={false}
        >
          {NAME[view]} <span>{view === "todo" ? <LeftCount total={total} /> : formatNumber(total)}</span>
        </Link>
      ))}
    </nav>
  );
}
