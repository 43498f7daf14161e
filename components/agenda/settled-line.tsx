import { AgainstLean } from "@/components/decisions/against-lean";
import { effortWords, progressWords, reopenWords } from "@/lib/shortlist/formats/decision-words";
import type { Decision } from "@/lib/voting/decisions/decision";
import { carriedOutWords } from "@/lib/voting/decisions/words";
import type { Lean, Tally } from "@/lib/voting/types";

type Props = {
  decision: Decision;
  marks: number;
  /** Null where others' marks are hidden; lean is then null too, and nothing is said of it. */
  tally: Tally | null;
  lean: Lean | null;
};

/** "Decided adopt, Ewan", with who carries it out until when, why, and plainly when it goes against what most marked. */
export function SettledLine({ decision, ...seen }: Props) {
  const { choice, reason, by } = decision;
  return (
    <div className={`settled ${choice}`}>
      <p>
        <span className="shape" aria-hidden /> <b>Decided {choice}</b>, {[by.name, ...factsOf(decision)].join(" · ")}
      </p>
      {reason && <p className="settled-reason">{reason}</p>}
      <AgainstLean choice={choice} marks={seen.marks} tally={seen.tally} lean={seen.lean} isDecided />
    </div>
  );
}

function factsOf(decision: Decision): string[] {
  const again = reopenWords(decision);
  const progress = decision.delivery === "planned" ? null : progressWords(decision);
  const others = [effortWords(decision), again && `look again: ${again}`, progress];
  return [...carriedOutWords(decision), ...others.filter((fact) => fact !== null)];
}
