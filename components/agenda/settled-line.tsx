import { overruled, type Decision } from "@/lib/voting/decisions/decision";
import type { Lean, Tally } from "@/lib/voting/types";

type Props = {
  decision: Decision;
  marks: number;
  /** Null where others' marks are hidden; lean is then null too, and nothing is said of it. */
  tally: Tally | null;
  lean: Lean | null;
};

/** "Decided adopt, Ewan", with the reason, and plainly when it goes against what most marked. */
export function SettledLine({ decision: { choice, reason, by }, marks, tally, lean }: Props) {
  const against = overruled(choice, lean);
  return (
    <div className={`settled ${choice}`}>
      <p>
        <span className="shape" aria-hidden /> <b>Decided {choice}</b>, {by.name}
      </p>
      {reason && <p className="settled-reason">{reason}</p>}
      {against && tally && (
        <p>
          <b>Against the team’s lean</b>: {tally[against]} of {marks} marked {against}.
        </p>
      )}
    </div>
  );
}
