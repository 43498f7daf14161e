"use client";

import { BoardLive } from "@/components/live/live-later";
import { boardPath } from "@/components/paths";
import { DidYouMean } from "@/components/search/did-you-mean";
import type { BoardFilter } from "@/lib/catalogue/board/filter";
import { boardQuery, isNarrowed } from "@/lib/catalogue/board/filter";
import type { Board } from "@/lib/catalogue/board/types";
import { roundClosedSentence } from "@/lib/voting/rounds/sentences";

import { OnceAllMarked } from "./board-counts";
import { BoardAllMarked, BoardEmpty } from "./board-empty";
import { BoardFacets } from "./board-facets";
import { BoardGone } from "./board-gone";
import { BoardHeader } from "./board-header";
import { BoardOrder } from "./board-order";
import { BoardProvider } from "./board-provider";
import { BoardRows } from "./board-rows";
import { BoardSearch } from "./board-search";
import { BoardToast } from "./board-toast";
import { BoardViews } from "./board-views";
import { useFacets } from "./use-facets";

type Props = {
  board: Board;
  filter: BoardFilter;
  personId: string;
  teamSlug: string;
  canImport: boolean;
  canShare: boolean;
  /** The moment from which what others do has to be told. */
  since: string;
};

/**
 * All of the board from its plain data, as one client component. It is rendered on the server like everything else; what
 * is saved is React's second copy of it, which is most of the cost of a page (docs/decisions/0005).
 */
export function BoardView({ board, filter, personId, teamSlug, canImport, canShare, since }: Props) {
  const { conference, rows, next, counts } = board;
  const { slug } = conference;
  const isTodo = filter.view === "todo";
  const base = boardPath(teamSlug, slug);
  const query = boardQuery({ ...filter, after: null });
  const facets = useFacets(board.facets, query ? `${base}/facets?${query}` : `${base}/facets`);
  const door = `/teams/${teamSlug}/votes`;
  const closed = board.round && roundClosedSentence(board.round);
  const whole = isTodo ? counts.left : counts.total;
  const listed = filter.after ? null : isNarrowed(filter) ? (facets?.total ?? null) : whole;
  return (
    <BoardProvider board={{ rows, next, marked: counts.marked, after: filter.after }} owner={{ personId, teamSlug }}>
      <BoardHeader board={board} teamSlug={teamSlug} />
      <div className="board-page">
        <BoardViews {...{ teamSlug, board, filter, facets, canShare }} />
        <BoardSearch action={base} filter={filter} />
        <BoardOrder teamSlug={teamSlug} slug={slug} filter={filter} />
        <BoardFacets {...{ teamSlug, board, filter, facets }} />
        <section className="[grid-area:main]" aria-label="Announcements">
          <BoardGone gone={board.gone} />
          {closed && <p className="pt-1 pb-3 text-sm text-ink">{closed}</p>}
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
              closed={closed}
              door={door}
              returnTo={boardPath(teamSlug, slug, filter)}
              nextHref={query ? `${base}?${query}` : base}
              rowsHref={query ? `${base}/rows?${query}` : `${base}/rows`}
              total={listed}
            />
          )}
        </section>
      </div>
      <BoardToast owner={{ personId, teamSlug }} />
      <BoardLive head={board} since={since} />
    </BoardProvider>
  );
}
