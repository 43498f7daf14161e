import { CircleDot } from "lucide-react";
import Link from "next/link";

import { agendaPath, boardPath, shortlistPath, triagePath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import { Progress } from "@/components/ui/progress";
import { formatDateTime, formatDay, formatDays, formatWeekday } from "@/lib/format/date";
import { formatNumber, formatShare } from "@/lib/format/number";
import type { ConferenceProgress } from "@/lib/voting/progress-types";
import type { Round } from "@/lib/voting/round-types";

type Props = {
  teamSlug: string;
  conference: ConferenceProgress;
  /** Whether it is the one to go on with, whose button is the page's filled one. */
  isNext: boolean;
};

/** One conference with how far the viewer and the team are. */
export function ConferenceRow({ teamSlug, conference, isNext }: Props) {
  const { slug, name, announcements, mine, teamShare, round } = conference;
  return (
    <li className="grid items-center gap-x-6 gap-y-3 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_11.25rem_6rem] md:grid-cols-[minmax(0,1fr)_11.25rem_4.5rem_6rem]">
      <div className="grid min-w-0 gap-0.5">
        <h3 className="text-base wrap-break-word">
          <Link href={boardPath(teamSlug, slug)} prefetch={false} className="text-ink">
            {name}
          </Link>
        </h3>
        <ul className={LINE}>
          <li>{daysOf(conference)}</li>
          {round && <RoundFacts round={round} />}
        </ul>
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
      <Outcome teamSlug={teamSlug} conference={conference} />
      <Way teamSlug={teamSlug} conference={conference} isNext={isNext} />
    </li>
  );
}

/** What the team disagrees on and what it has decided. */
function Outcome({ teamSlug, conference: { slug, split, adopted } }: Omit<Props, "isNext">) {
  return (
    <p className="flex flex-wrap gap-x-4 text-xs text-ink-2 tabular-nums empty:hidden sm:max-md:hidden md:grid md:empty:block">
      {split > 0 && (
        <Link href={agendaPath(teamSlug, slug)} prefetch={false} className="leading-6 text-ink-2">
          <b>{formatNumber(split)}</b> split
        </Link>
      )}
      {adopted > 0 && (
        <Link href={shortlistPath(teamSlug, slug)} prefetch={false} className="leading-6 text-ink-2">
          <b>{formatNumber(adopted)}</b> adopted
        </Link>
      )}
    </p>
  );
}

/** On to what is left, else to what came of it. */
function Way({ teamSlug, conference: { slug, name, left, adopted, round }, isNext }: Props) {
  if (left === 0 && (adopted > 0 || round?.state === "closed")) {
    return (
      <Link
        href={shortlistPath(teamSlug, slug)}
        prefetch={false}
        aria-label={`Shortlist of ${name}`}
        className={buttonClass()}
      >
        Shortlist
      </Link>
    );
  }
  if (left === 0) {
    return (
      <Link href={boardPath(teamSlug, slug)} prefetch={false} aria-label={`Open ${name}`} className={buttonClass()}>
        Open
      </Link>
    );
  }
  return (
    <Link
      href={triagePath(teamSlug, slug)}
      prefetch={false}
      aria-label={`Triage ${formatNumber(left)} in ${name}`}
      className={buttonClass(isNext ? "primary" : "default")}
    >
      Triage {formatNumber(left)}
    </Link>
  );
}

function daysOf({ startsOn, endsOn, announcements }: ConferenceProgress): string {
  const days = startsOn && (endsOn ? formatDays(startsOn, endsOn) : formatDay(startsOn));
  const nothing = announcements === 0 && "nothing to mark yet";
  return [days || "no days given", nothing].filter(Boolean).join(", ");
}

/** The dot before a fact that begins a line is cut off. */
const LINE = "flex flex-wrap items-center gap-x-4 overflow-clip text-xs text-ink-3 [overflow-clip-margin:4px]";
const FACT =
  "whitespace-nowrap not-first:before:mr-1.5 not-first:before:-ml-2.5 not-first:before:text-ink-3 not-first:before:content-['·']";

function RoundFacts({ round: { closedAt, closesAt, timeZone, isBlind } }: { round: Round }) {
  if (closedAt) return <Day verb="round closed" at={closedAt} zone={timeZone} />;
  return (
    <>
      <li className={`${FACT} flex items-center font-medium text-ink`}>
        <CircleDot aria-hidden className="mr-1.5 size-3.5 text-accent-ink" />
        Round open
      </li>
      <Day verb="closes" at={closesAt} zone={timeZone} />
      {isBlind && <li className={FACT}>marks hidden until you mark</li>}
    </>
  );
}

/** Browsers name some zones otherwise than the server does; what the server wrote stays. */
function Day({ verb, at, zone }: { verb: string; at: string; zone: string }) {
  return (
    <li className={FACT}>
      {verb}{" "}
      <time dateTime={at} title={formatDateTime(at, zone)} suppressHydrationWarning>
        {formatWeekday(at, zone)}
      </time>
    </li>
  );
}
