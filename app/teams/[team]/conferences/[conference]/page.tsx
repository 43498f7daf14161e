import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { OnceAllMarked } from "@/components/announcements/board-counts";
import { BoardAllMarked, BoardEmpty } from "@/components/announcements/board-empty";
import { BoardFacets } from "@/components/announcements/board-facets";
import { BoardHeader } from "@/components/announcements/board-header";
import { BoardProvider } from "@/components/announcements/board-provider";
import { BoardRows } from "@/components/announcements/board-rows";
import { BoardSearch } from "@/components/announcements/board-search";
import { BoardToast } from "@/components/announcements/board-toast";
import { BoardViews } from "@/components/announcements/board-views";
import { boardPath } from "@/components/paths";
import { readBoard } from "@/lib/catalogue/board";
import { parseBoardFilter } from "@/lib/catalogue/board-filter";
import { boardQuery, isNarrowed } from "@/lib/catalogue/board-query";
import { requireTeam } from "@/lib/identity/gates";
import { can } from "@/lib/identity/permissions";

import "@/app/styles/board.css";
import "@/app/styles/board-rows.css";

type Props = PageProps<"/teams/[team]/conferences/[conference]">;

export const metadata: Metadata = { title: "Board" };

/** The board: a conference's announcements as the team sees them, to search, filter and mark in place. */
export default async function BoardPage({ params, searchParams }: Props) {
  const { team, conference } = await params;
  const filter = parseBoardFilter(await searchParams);
  const here = boardPath(team, conference, filter);
  const viewer = await requireTeam(team, here);
  const board = (await readBoard(viewer, conference, filter)) ?? notFound();

  const { rows, next, counts } = board;
  const base = boardPath(team, conference);
  const door = `/teams/${team}/votes`;
  const query = boardQuery({ ...filter, after: null });
  const inView = filter.view === "todo" ? counts.left : counts.total;
  return (
    <BoardProvider board={{ rows, next, marked: counts.marked }} door={door}>
      <BoardHeader board={board} teamSlug={team} isTodo={filter.view === "todo"} />
      <div className="board-page">
        <BoardViews teamSlug={team} conferenceSlug={conference} filter={filter} total={counts.total} />
        <BoardSearch action={base} filter={filter} />
        <BoardFacets teamSlug={team} conferenceSlug={conference} filter={filter} categories={board.categories} />
        <section className="[grid-area:main]" aria-label="Announcements">
          {board.match === "closest" && rows.length > 0 && (
            <p className="pt-1 pb-3 text-ink">No exact match; closest:</p>
          )}
          {filter.view === "todo" && rows.length > 0 && (
            <OnceAllMarked total={counts.total}>
              <BoardAllMarked teamSlug={team} board={board} />
            </OnceAllMarked>
          )}
          {rows.length === 0 ? (
            <BoardEmpty board={board} teamSlug={team} filter={filter} canImport={can(viewer, "import.create")} />
          ) : (
            <BoardRows
              teamSlug={team}
              members={board.team.members}
              door={door}
              returnTo={here}
              nextHref={query ? `${base}?${query}` : base}
              rowsHref={query ? `${base}/rows?${query}` : `${base}/rows`}
              total={isNarrowed(filter) || filter.after ? null : inView}
            />
          )}
        </section>
      </div>
      <BoardToast />
    </BoardProvider>
  );
}
