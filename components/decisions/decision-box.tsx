import { formatDay } from "@/lib/format/date";
import type { FormAction } from "@/lib/errors/form";
import { overruled, type Decision } from "@/lib/voting/decisions/decision";
import type { Lean, Tally } from "@/lib/voting/types";

import { DecisionForm } from "./decision-form";
import { ReopenForm } from "./reopen-form";

type DecisionBoxProps = {
  announcementId: string;
  decision: Decision | null;
  marks: number;
  /** Null where others' marks are hidden. */
  tally: Tally | null;
  lean: Lean | null;
  /** Given to leads alone. */
  actions: { settle: FormAction; reopen: FormAction } | null;
};

/** What a lead settled, or that nobody has; leads settle it here. */
export function DecisionBox({ announcementId, decision, marks, tally, lean, actions }: DecisionBoxProps) {
  return (
    <section
      id="decision"
      aria-labelledby="decision-title"
      className="scroll-mt-20 rounded-lg border border-line bg-surface"
    >
      <header className="flex min-h-11 items-center gap-2 border-b border-line px-4 py-2.5">
        <h2 id="decision-title">Decision</h2>
        <span className="ml-auto text-xs text-ink-3">leads only</span>
      </header>
      <div className="grid gap-3 p-4">
        {decision ? (
          <Settled decision={decision} marks={marks} tally={tally} lean={lean} />
        ) : (
          <Open lean={lean} marks={marks} tally={tally} />
        )}
        {actions && (
          <>
            <DecisionForm announcementId={announcementId} decision={decision} action={actions.settle} />
            {decision && <ReopenForm announcementId={announcementId} was={decision.at} action={actions.reopen} />}
          </>
        )}
      </div>
    </section>
  );
}

type Marks = { marks: number; tally: Tally | null; lean: Lean | null };

function Settled({ decision: { choice, reason, by, at }, marks, tally, lean }: Marks & { decision: Decision }) {
  const against = overruled(choice, lean);
  return (
    <div className={`${choice} grid gap-1.5`}>
      <p className="flex items-center gap-1.5 text-base">
        <span className="shape text-(--c)" aria-hidden />
        <b className="text-(--c-ink)">Decided {choice}</b>
      </p>
      <p className="text-xs text-ink-3">
        {by.name}, <time dateTime={at}>{formatDay(at)}</time>
      </p>
      {reason && <p className="text-sm wrap-anywhere whitespace-pre-wrap text-ink">{reason}</p>}
      {against && tally && (
        <p className="text-sm">
          <b>Against the team’s lean</b>: {tally[against]} of {marks} marked {against}.
        </p>
      )}
    </div>
  );
}

function Open({ lean, marks, tally }: Marks) {
  if (!tally) return <p className="text-sm">Nobody has settled it. Marks are hidden until you mark.</p>;
  if (lean === null) return <p className="text-sm">Nobody has settled it, and nobody has marked it yet.</p>;
  if (lean === "split") return <p className="text-sm">Nobody has settled it. The team is split.</p>;
  return (
    <p className="text-sm">
      Nobody has settled it. The team leans to {lean}, {tally[lean]} of {marks}.
    </p>
  );
}
