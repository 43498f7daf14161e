"use client";

import { Ellipsis, Plus } from "lucide-react";

import { boardPath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import { Menu } from "@/components/ui/menu";
import { useInAppLinks } from "@/components/ui/use-in-app-links";
import { boardQuery, WHOLE_BOARD, type BoardFilter } from "@/lib/catalogue/board/filter";
import type { Board, BoardFacets } from "@/lib/catalogue/board/types";
import type { SavedView } from "@/lib/catalogue/views/types";
import { formatNumber } from "@/lib/format/number";

import { LeftCount } from "./board-counts";
import { EditViewForm, SaveViewForm } from "./board-view-forms";

const NAMES = ["todo", "all", "split", "adopt", "decided"] as const;
type Preset = (typeof NAMES)[number];

const EVERYTHING: BoardFilter = { ...WHOLE_BOARD, view: "all" };

/** The views that every board has. */
const PRESETS: Record<Preset, { name: string; filter: BoardFilter }> = {
  todo: { name: "Needs my mark", filter: WHOLE_BOARD },
  all: { name: "All", filter: EVERYTHING },
  split: { name: "Split", filter: { ...EVERYTHING, lean: ["split"] } },
  adopt: { name: "Leans adopt", filter: { ...EVERYTHING, lean: ["adopt"] } },
  decided: { name: "Decided", filter: { ...EVERYTHING, lean: ["decided"] } },
};

type Props = {
  teamSlug: string;
  board: Board;
  filter: BoardFilter;
  facets: BoardFacets | null;
  canShare: boolean;
};

/** The ways through a conference as tabs, each with its own filters and in the order that is shown; then those saved. */
export function BoardViews({ teamSlug, board, filter, facets, canShare }: Props) {
  const { slug } = board.conference;
  const query = boardQuery({ ...filter, after: null });
  const current = board.saved.find((view) => view.query === query);
  const preset = current ? null : presetOf(filter);
  // Only with the page: a count that comes later would move the tabs beside it.
  const counts = { ...(board.facets && facets?.views), all: board.counts.total, split: board.split };
  return (
    <div className="board-views">
      <nav aria-label="Views" onClick={useInAppLinks()}>
        {NAMES.map((name) => (
          <a
            key={name}
            href={boardPath(teamSlug, slug, { ...PRESETS[name].filter, sort: filter.sort, group: filter.group })}
            aria-current={name === preset ? "page" : undefined}
          >
            {PRESETS[name].name} <TabCount name={name} total={board.counts.total} counts={counts} />
          </a>
        ))}
        {board.saved.length > 0 && <hr aria-hidden />}
        {board.saved.map((view) => (
          <a
            key={view.id}
            href={view.query ? `${boardPath(teamSlug, slug)}?${view.query}` : boardPath(teamSlug, slug)}
            aria-current={view === current ? "page" : undefined}
          >
            {view.name}
          </a>
        ))}
      </nav>
      <KeepView key={query} {...{ teamSlug, conferenceSlug: slug, canShare, query, current }} />
    </div>
  );
}

function TabCount({ name, total, counts }: { name: Preset; total: number; counts: Partial<Record<Preset, number>> }) {
  if (name === "todo") {
    return (
      <span>
        <LeftCount total={total} />
      </span>
    );
  }
  const count = counts[name];
  return count === undefined ? null : <span>{formatNumber(count)}</span>;
}

/** The tab that holds what is shown: its own list, or the whole that filters have narrowed. */
function presetOf(filter: BoardFilter): Preset {
  const plain = (of: BoardFilter) => boardQuery({ ...of, sort: "category", group: "category", after: null });
  const asked = plain(filter);
  const same = NAMES.find((name) => plain(PRESETS[name].filter) === asked);
  return same ?? filter.view;
}

/** Saves what is shown, or changes the saved view that is shown. */
function KeepView({
  current,
  query,
  ...rest
}: {
  teamSlug: string;
  conferenceSlug: string;
  canShare: boolean;
  query: string;
  current: SavedView | undefined;
}) {
  const quiet = `${buttonClass("quiet", "small")} max-sm:w-10`;
  return current ? (
    <Menu
      label={`Change the view ${current.name}`}
      align="right"
      buttonClass={quiet}
      button={<Ellipsis aria-hidden className="size-4" />}
    >
      <EditViewForm {...rest} view={current} />
    </Menu>
  ) : (
    <Menu
      label="Save view"
      align="right"
      buttonClass={quiet}
      button={
        <>
          <Plus aria-hidden className="size-3.5" />
          <span className="max-sm:hidden">Save view</span>
        </>
      }
    >
      <SaveViewForm {...rest} query={query} />
    </Menu>
  );
}
