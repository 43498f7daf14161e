import Link from "next/link";

import { ConferenceHeader } from "@/components/shell/conference-header";
import { WHOLE_BOARD } from "@/lib/catalogue/board-query";
import type { Board } from "@/lib/catalogue/board-types";
import { formatShare } from "@/lib/format/number";

import { LeftCount, MyProgress, WhileLeft } from "./board-counts";
import { boardPath, shortlistPath } from "./paths";

/** The head of the board: how far the viewer and the team are, and the way to what is left. */
export function BoardHeader({ board, teamSlug, isTodo }: { board: Board; teamSlug: string; isTodo: boolean }) {
  const { conference, counts } = board;
  const todo = boardPath(teamSlug, conference.slug, WHOLE_BOARD);
  return (
    <ConferenceHeader
      name={conference.name}
      startsOn={conference.startsOn}
      endsOn={conference.endsOn}
      tabs={[
        { href: boardPath(teamSlug, conference.slug), label: "Board", isCurrent: true },
        { href: shortlistPath(teamSlug, conference.slug), label: "Shortlist", isCurrent: false },
      ]}
      progress={
        <div className="board-progress">
          <span>You</span>
          <MyProgress total={counts.total} />
          <span>Team</span>
          <progress className="team" value={board.team.progress} max={1} aria-label="Team progress" />
          <span>{formatShare(board.team.progress)}</span>
        </div>
      }
      action={
        !isTodo && (
          <WhileLeft total={counts.total}>
            <Link className="board-action board-stick" href={todo} prefetch={false}>
              Mark <LeftCount total={counts.total} /> left
            </Link>
          </WhileLeft>
        )
      }
    />
  );
}
