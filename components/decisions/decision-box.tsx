import { formatDay } from "@/lib/format/date";
import type { FormAction } from "@/lib/errors/form";
import type { Decision, Named } from "@/lib/voting/decisions/decision";
import { reopenedBy, type HistoryLine } from "@/lib/voting/decisions/history";
import type { Lean, Tally } from "@/lib/voting/types";

import { DecisionForm } from "./decision-form";
import { DecisionHistory } from "./decision-history";
import { DeliveryForm } from "./delivery-form";
import { ReopenForm } from "./reopen-form";
import { SettledDecision } from "./settled-decision";

type DecisionBoxProps = {
  announcementId: string;
  decision: Decision | null;
  /** Newest first. */
  history: readonly HistoryLine[];
  marks: number;
  /** Null where others' marks are hidden. */
  tally: Tally | null;
  lean: Lean | null;
  /** YYYY-MM-DD. */
  today: string;
  /** Given to leads alone. */
  settling: { settle: FormAction; reopen: FormAction; members: readonly Named[] } | null;
  /** Given to whoever may say how far the decision is carried out. */
  deliver: FormAction | null;
};

/** What a lead settled, how far it is carried out and how it came to be, or that nobody has; leads settle it here. */
export function DecisionBox({
  announcementId,
  decision,
  history,
  today,
  settling,
  deliver,
  ...seen
}: DecisionBoxProps) {
  const reopened = decision ? null : reopenedBy(history);
  const canDeliver = deliver && decision && decision.choice !== "ignore";
  return (
    <section
      id="decision"
      tabIndex={-1}
      aria-labelledby="decision-title"
      className="scroll-mt-20 rounded-lg border border-line bg-surface"
    >
      <header className="flex min-h-11 items-center gap-2 border-b border-line px-4 py-2.5">
        <h2 id="decision-title">Decision</h2>
        <span className="ml-auto text-xs text-ink-3">leads only</span>
      </header>
      <div className="grid gap-3 p-4">
        {decision && <SettledDecision decision={decision} today={today} {...seen} />}
        {reopened && <Reopened line={reopened} />}
        {!decision && <Open {...seen} wasSettled={reopened !== null} />}
        {canDeliver && <DeliveryForm announcementId={announcementId} decision={decision} action={deliver} />}
        {settling && (
          <DecisionForm
            announcementId={announcementId}
            decision={decision}
            members={settling.members}
            action={settling.settle}
            {...seen}
          />
        )}
        {settling && decision && (
          <ReopenForm announcementId={announcementId} was={decision.at} action={settling.reopen} asksWhy />
        )}
        {history.length > (decision ? 1 : 0) && <DecisionHistory history={history} />}
      </div>
    </section>
  );
}

function Reopened({ line: { by, at, reason } }: { line: HistoryLine }) {
  return (
    <p className="text-sm wrap-anywhere whitespace-pre-wrap text-ink">
      <b>Reopened</b> by {by.name}, <time dateTime={at}>{formatDay(at)}</time>
      {reason && `: ${reason}`}
    </p>
  );
}

type OpenProps = Pick<DecisionBoxProps, "marks" | "tally" | "lean"> & { wasSettled: boolean };

function Open({ lean, marks, tally, wasSettled }: OpenProps) {
  const nobody = wasSettled ? "Nobody has settled it again" : "Nobody has settled it";
  if (!tally) return <p className="text-sm">{nobody}. Marks are hidden until you mark.</p>;
  if (lean === null) return <p className="text-sm">{nobody}, and nobody has marked it yet.</p>;
  if (lean === "split") return <p className="text-sm">{nobody}. The team is split.</p>;
  return (
    <p className="text-sm">
      {nobody}. The team leans to {lean}, {tally[lean]} of {marks}.
    </p>
  );
}
