import Link from "next/link";

import { triagePath } from "@/components/paths";
import { ConferenceHeader } from "@/components/shell/conference-header";
import { buttonClass } from "@/components/ui/button-class";
import { Progress } from "@/components/ui/progress";
import type { Board } from "@/lib/catalogue/board/types";
import { formatShare } from "@/lib/format/number";

import { LeftCount, MyProgress, WhileLeft } from "./board-counts";

/** The head of the board: how far the viewer and the team are, and the way to what is left. */
export function BoardHeader({ board, teamSlug }: { board: Board; teamSlug: string }) {
  const { conference, counts, team } = board;
  return (
    <ConferenceHeader
      teamSlug={teamSlug}
      head={board}
      current="board"
      progress={
        <div className="grid grid-cols-[auto_1fr_auto] items-center gap-x-2.5 gap-y-1 pt-0.5 text-xs tabular-nums sm:grid-cols-[auto_120px_auto]">
          <span>You</span>
          <MyProgress total={counts.total} />
          <span>Team</span>
          <Progress share={team.progress} label="Team progress" />
          <span className="min-w-14 text-right text-ink">{formatShare(team.progress)}</span>
        </div>
      }
      action={
        board.round?.state !== "closed" && (
          <WhileLeft total={counts.total}>
            <Link
              className={`${buttonClass("primary")} board-stick`}
              href={triagePath(teamSlug, conference.slug)}
              prefetch={false}
            >
              Triage <LeftCount total={counts.total} /> left
            </Link>
          </WhileLeft>
        )
      }
    />
  );
}
