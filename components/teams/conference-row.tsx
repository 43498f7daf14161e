import Link from "next/link";

import { boardPath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import { formatDay, formatDays } from "@/lib/format/date";
import { formatNumber, formatShare } from "@/lib/format/number";
import type { ConferenceProgress } from "@/lib/voting/progress-types";

import { Progress } from "@/components/ui/progress";

type Props = {
  teamSlug: string;
  conference: ConferenceProgress;
  /** Whether it is the one to go on with, whose button is the page's filled one. */
  isNext: boolean;
};

/** One conference with how far the viewer and the team are. */
export function ConferenceRow({ teamSlug, conference, isNext }: Props) {
  const { slug, name, announcements, mine, teamShare, split } = conference;
  const left = announcements - mine;
  const board = boardPath(teamSlug, slug);
  return (
    <li className="grid items-center gap-x-6 gap-y-3 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_11.25rem_6rem] md:grid-cols-[minmax(0,1fr)_11.25rem_4.5rem_6rem]">
      <div className="min-w-0">
        <h3 className="text-base wrap-break-word">
          <Link href={board} prefetch={false} className="text-ink">
            {name}
          </Link>
        </h3>
        <p className="text-xs text-ink-3">{facts(conference)}</p>
      </div>
      <div className="grid grid-cols-[2.25rem_minmax(0,1fr)_4rem] items-center gap-x-2 text-xs text-ink-3 tabular-nums">
        <span>You</span>
        <Progress share={announcements > 0 ? mine / announcements : 0} label={`Your progress in ${name}`} isMine />
        <span className="text-right">
          {formatNumber(mine)} of {formatNumber(announcements)}
        </span>
        <span>Team</span>
        <Progress share={teamShare} label={`Team progress in ${name}`} />
        <span className="text-right">{formatShare(teamShare)}</span>
      </div>
      <p className="text-xs text-ink-2 tabular-nums empty:hidden sm:max-md:hidden md:empty:block">
        {split > 0 && (
          <Link
            href={boardPath(teamSlug, slug, { view: "all", lean: ["split"] })}
            prefetch={false}
            className="text-ink-2"
          >
            <b>{formatNumber(split)}</b> split
          </Link>
        )}
      </p>
      <Link href={board} prefetch={false} className={buttonClass(isNext ? "primary" : "default")}>
        {left > 0 ? `Mark ${formatNumber(left)}` : "Open"}
      </Link>
    </li>
  );
}

function facts({ startsOn, endsOn, announcements }: ConferenceProgress): string {
  const days = startsOn && (endsOn ? formatDays(startsOn, endsOn) : formatDay(startsOn));
  const nothing = announcements === 0 && "nothing to mark yet";
  return [days || "no days given", nothing].filter(Boolean).join(", ");
}
