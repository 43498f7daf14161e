import { CircleDot } from "lucide-react";
import Link from "next/link";

import { roundPath } from "@/components/paths";
import { formatDateTime, formatMoment } from "@/lib/format/date";
import type { ConferenceHead } from "@/lib/catalogue/conference-head";
import type { Round } from "@/lib/voting/round-types";

import { OwnTime } from "./own-time";

type Props = {
  teamSlug: string;
  head: Pick<ConferenceHead, "conference" | "round" | "team" | "canManageRound">;
  /** Whether leads find the way to the page of the round here. */
  isLinked: boolean;
};

/** The dot before a fact that begins a line is cut off. */
const LINE = "flex flex-wrap items-center gap-x-4 overflow-clip text-sm text-ink-2 [overflow-clip-margin:4px]";
const FACT =
  "not-first:before:mr-1.5 not-first:before:-ml-2.5 not-first:before:text-ink-3 not-first:before:content-['·']";

/** How a team's round stands, in one line: until when, whether marks are hidden, the quorum. */
export function RoundLine({ teamSlug, head: { conference, round, team, canManageRound }, isLinked }: Props) {
  const isManaged = canManageRound && isLinked;
  if (!round && !isManaged) return null;
  return (
    <ul aria-label="Round" className={LINE}>
      {round?.closedAt && (
        <li>
          Round closed <Moment at={round.closedAt} zone={round.timeZone} />
        </li>
      )}
      {round && !round.closedAt && <OpenRound round={round} members={team.members} />}
      {isManaged && (
        <li className={FACT}>
          <Link href={roundPath(teamSlug, conference.slug)} prefetch={false} className="leading-6">
            {round ? (round.closedAt ? "Reopen the round" : "Change round") : "Open a round"}
          </Link>
        </li>
      )}
      {round && (
        <li className={`${FACT} has-[.invisible]:before:invisible`}>
          <OwnTime
            at={round.closedAt ?? round.closesAt}
            zone={round.timeZone}
            verb={round.closedAt ? "closed" : "closes"}
          />
        </li>
      )}
    </ul>
  );
}

function OpenRound({ round: { closesAt, timeZone, isBlind, quorum }, members }: { round: Round; members: number }) {
  return (
    <>
      <li className="flex items-center gap-1.5 font-medium text-ink">
        <CircleDot aria-hidden className="size-3.5 text-accent-ink" />
        Round open
      </li>
      <li className={FACT}>
        closes <Moment at={closesAt} zone={timeZone} />
      </li>
      <li className={FACT}>{isBlind ? "marks hidden until you mark" : "marks visible"}</li>
      <li className={FACT}>
        quorum {quorum} of {members}
      </li>
    </>
  );
}

/** Browsers name some zones otherwise than the server does; what the server wrote stays. */
function Moment({ at, zone }: { at: string; zone: string }) {
  return (
    <time dateTime={at} title={formatDateTime(at, zone)} suppressHydrationWarning>
      {formatMoment(at, zone)}
    </time>
  );
}
