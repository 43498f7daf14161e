import { overruled } from "@/lib/voting/decisions/decision";
import type { Choice, Lean, Tally } from "@/lib/voting/types";

type Props = {
  choice: Choice | null;
  marks: number;
  /** Null where others' marks are hidden; lean is then null too, and nothing is said of it. */
  tally: Tally | null;
  lean: Lean | null;
  /** Whether it is settled, or only about to be. */
  isDecided?: boolean;
};

/** Plainly, when what is decided goes against what most marked, and how many did; nothing otherwise. */
export function AgainstLean({ choice, marks, tally, lean, isDecided = false }: Props) {
  const against = choice && overruled(choice, lean);
  if (!against || !tally) return null;
  return (
    <p className="text-sm">
      <b>{isDecided ? "Decided against the team’s lean" : "Against the team’s lean"}</b>: {tally[against]} of {marks}{" "}
      marked {against}.
    </p>
  );
}
