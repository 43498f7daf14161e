"use client";

import { BoardLive } from "@/components/live/board-live";
import { boardPath } from "@/components/paths";
import { DidYouMean } from "@/components/search/did-you-mean";
import type { BoardFilter } from "@/lib/catalogue/board/filter";
import { boardQuery, isNarrowed } from "@/lib/catalogue/board/filter";
import type { Board } from "@/lib/catalogue/board/types";

import { OnceAllMarked } from "./board-counts";
import { BoardAllMarked, BoardEmpty } from "./board-empty";
import { BoardFacets } from "./board-facets";
import { BoardHeader } from "./board-header";
import { BoardProvider } from "./board-provider";
import { BoardRows } from "./board-rows";
import { BoardSearch } from "./board-search";
import { BoardToast } from "./board-toast";
import { BoardViews } from "./board-views";

type Props = {
  board: Board;
  filter: BoardFilter;
  personId: string;
  teamSlug: string;
  canImport: boolean;
  /** The moment from which what others do has to be told. */
  since: string;
};

/**
 * All of the board from its plain data, as one client component. It is rendered on the server like everything else; what
 * is saved is React's second copy of it, which is most of the cost of a page (docs/decisions/0005).
 */
export function BoardView({ board, filter, personId, teamSlug, canImport, since }: Props) {
  const { conference, rows, next, counts } = board;
  const { slug } = conference;
  const isTodo = filter.view === "todo";
  const base = boardPath(teamSlug, slug);
  const query = boardQuery({ ...filter, after: null });
  const door = `/teams/${teamSlug}/votes`;
  return (
    <BoardProvider board={{ rows, next, marked: counts.marked }} owner={{ personId, teamSlug }}>
      <BoardHeader board={board} teamSlug={teamSlug} />
      <div className="board-page">
        <BoardViews teamSlug={teamSlug} conferenceSlug={slug} filter={filter} total={counts.total} />
        <BoardSearch action={base} filter={filter} />
        <BoardFacets teamSlug={teamSlug} conferenceSlug={slug} filter={filter} categories={board.categories} />
        <section className="[grid-area:main]" aria-label="Announcements">
          {board.suggestion !== null && (
            <DidYouMean suggestion={board.suggestion} teamSlug={teamSlug} conferenceSlug={slug} filter={filter} />
          )}
          {board.match === "closest" && rows.length > 0 && (
            <p className="pt-1 pb-3 text-ink">No exact match; closest:</p>
          )}
          {isTodo && rows.length > 0 && (
            <OnceAllMarked total={counts.total}>
              <BoardAllMarked teamSlug={teamSlug} board={board} />
            </OnceAllMarked>
          )}
          {rows.length === 0 ? (
            <BoardEmpty board={board} teamSlug={teamSlug} filter={filter} canImport={canImport} />
          ) : (
            <BoardRows
              teamSlug={teamSlug}
              members={board.team.members}
              group={filter.group}
              door={door}
              returnTo={boardPath(teamSlug, slug, filter)}
              nextHref={query ? `${base}?${query}` : base}
              rowsHref={query ? `${base}/rows?${query}` : `${base}/rows`}
              total={isNarrowed(filter) || filter.after ? null : isTodo ? counts.left : counts.total}
            />
          )}
        </section>
      </div>
      <BoardToast owner={{ personId, teamSlug }} />
      <BoardLive head={board} since={since} />
    </BoardProvider>
  );
}
