import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { BoardView } from "@/components/announcements/board-view";
import { boardPath } from "@/components/paths";
import { unknownValues } from "@/lib/catalogue/board/gone";
import { readBoard } from "@/lib/catalogue/board/queries";
import { parseBoardFilter } from "@/lib/catalogue/board/parse-filter";
import { requireTeam } from "@/lib/identity/gates";
import { can } from "@/lib/identity/permissions";
import { momentOfPage } from "@/lib/live/moment";

import "@/app/styles/board.css";
import "@/app/styles/board-rows.css";

type Props = PageProps<"/teams/[team]/conferences/[conference]">;

export const metadata: Metadata = { title: "Board" };

/** The board: a conference's announcements as the team sees them, to search, filter and mark in place. */
export default async function BoardPage({ params, searchParams }: Props) {
  const { team, conference } = await params;
  const asked = await searchParams;
  const filter = parseBoardFilter(asked);
  const here = boardPath(team, conference, filter);
  const viewer = await requireTeam(team, here);
  const since = momentOfPage();
  const board = (await readBoard(viewer, conference, filter)) ?? notFound();

  return (
    <BoardView
      board={{ ...board, gone: [...unknownValues(asked, filter), ...board.gone] }}
      filter={filter}
      personId={viewer.personId}
      teamSlug={team}
      canImport={can(viewer, "import.create")}
      canShare={can(viewer, "view.share")}
      since={since}
    />
  );
}
