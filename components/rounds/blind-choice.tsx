import { ProblemNote } from "@/components/ui/problem-note";

type Props = {
  mode: "open" | "change" | "reopen";
  isBlind: boolean;
  /** Whether the round that is changed or opened again was blind. */
  wasBlind: boolean;
  hasMarks: boolean;
  mayBeBlind: boolean;
  problem: string | undefined;
};

/** Whether others' marks are hidden, and what that means now. */
export function BlindChoice({ mode, isBlind, wasBlind, hasMarks, mayBeBlind, problem }: Props) {
  const rule = ruleOf({ mode, wasBlind, hasMarks, mayBeBlind });
  return (
    <fieldset className="grid gap-1" aria-describedby="blind-rule">
      <legend className="mb-1 text-sm font-medium text-ink">Others’ marks</legend>
      <Choice value="no" isChosen={!isBlind} label="Visible">
        Everybody sees all marks and notes at any time.
      </Choice>
      <Choice value="yes" isChosen={isBlind} label="Blind" isDisabled={!mayBeBlind}>
        Nobody, leads included, sees another’s mark, note or estimate on an announcement before marking it. How many
        have marked is shown. All is visible once the round is closed.
      </Choice>
      <p id="blind-rule" className="text-xs text-ink-3 empty:hidden">
        {rule}
      </p>
      <ProblemNote problem={problem === undefined ? undefined : { message: problem }} />
    </fieldset>
  );
}

type ChoiceProps = { value: string; isChosen: boolean; isDisabled?: boolean; label: string; children: string };

function Choice({ value, isChosen, isDisabled = false, label, children }: ChoiceProps) {
  return (
    <label className="flex items-start gap-2 py-1 text-sm has-disabled:opacity-60">
      <input
        type="radio"
        name="isBlind"
        value={value}
        defaultChecked={isChosen}
        disabled={isDisabled}
        className="mt-0.5 size-4 flex-none accent-accent"
      />
      <span>
        <span className="font-medium text-ink">{label}.</span> {children}
      </span>
    </label>
  );
}

function ruleOf({ mode, wasBlind, hasMarks, mayBeBlind }: Omit<Props, "isBlind" | "problem">): string {
  if (!mayBeBlind) return "Marks have been visible in this round, so it cannot become blind.";
  if (!hasMarks)
    return mode === "open" ? "Blind can be lifted later. Once marks have been seen, it cannot be put back." : "";
  if (mode === "open") {
    return "Some announcements are marked already, and everybody could see it. Blind hides those marks from now on.";
  }
  if (mode === "reopen" && wasBlind) return "While the round was closed, everybody could see all marks.";
  return wasBlind ? "Once marks are visible, this round cannot become blind again." : "";
}
