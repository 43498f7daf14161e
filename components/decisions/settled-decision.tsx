import type { ReactNode } from "react";

import { formatDay } from "@/lib/format/date";
import { effortWords, progressWords } from "@/lib/shortlist/formats/decision-words";
import type { Decision } from "@/lib/voting/decisions/decision";
import { formatTarget } from "@/lib/voting/decisions/target";
import { isTimeToLookAgain } from "@/lib/voting/decisions/words";
import type { Lean, Tally } from "@/lib/voting/types";

import { AgainstLean } from "./against-lean";

type Props = {
  decision: Decision;
  marks: number;
  /** Null where others' marks are hidden. */
  tally: Tally | null;
  lean: Lean | null;
  /** YYYY-MM-DD. */
  today: string;
};

/** What was decided, why and by whom, who carries it out until when, and when the team looks at it again. */
export function SettledDecision({ decision, today, ...seen }: Props) {
  const { choice, reason, by, at, owner, target, reopenWhen, reopenOn } = decision;
  return (
    <div className={`${choice} grid gap-2`}>
      <div className="grid gap-1">
        <p className="flex items-center gap-1.5 text-base">
          <span className="shape text-(--c)" aria-hidden />
          <b className="text-(--c-ink)">Decided {choice}</b>
        </p>
        <p className="text-xs text-ink-3">
          {by.name}, <time dateTime={at}>{formatDay(at)}</time>
        </p>
      </div>
      <AgainstLean choice={choice} {...seen} isDecided />
      {isTimeToLookAgain(decision, today) && reopenOn && (
        <p className="text-sm text-ink">
          <b>Time to look again</b>, since {formatDay(reopenOn)}.
        </p>
      )}
      {reason && <p className="text-sm wrap-anywhere whitespace-pre-wrap text-ink">{reason}</p>}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm empty:hidden">
        <Fact name="Owner">{owner?.name}</Fact>
        <Fact name="Target">{target && formatTarget(target)}</Fact>
        <Fact name="Effort">{effortWords(decision)}</Fact>
        <Fact name="Reopen when">{reopenWhen}</Fact>
        <Fact name="Look again">{reopenOn && formatDay(reopenOn)}</Fact>
        <Fact name="Progress">{choice !== "ignore" && progressWords(decision)}</Fact>
      </dl>
    </div>
  );
}

/** One line; none where nothing is said. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="wrap-anywhere whitespace-pre-wrap text-ink">{children}</dd>
    </>
  );
}
