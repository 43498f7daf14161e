import { useId } from "react";

import { inputClass } from "@/components/ui/input-class";
import { ProblemNote } from "@/components/ui/problem-note";

/** What is forgotten should end by itself: a quarter of a year, unless somebody says otherwise. */
const USUAL = "90";

const ENDS = [
  { value: "7", label: "in 7 days" },
  { value: "30", label: "in 30 days" },
  { value: "90", label: "in 90 days" },
  { value: "never", label: "never, until it is revoked" },
] as const;

type Props = {
  /** What was chosen and refused. */
  chosen: string | undefined;
  day: string | undefined;
  /** YYYY-MM-DD. */
  earliest: string;
  problem: string | undefined;
};

/** When a link stops working by itself. */
export function ShareEnd({ chosen = USUAL, day, earliest, problem }: Props) {
  const id = useId();
  return (
    <fieldset className="grid gap-1" aria-describedby={`${id}-note`}>
      <legend className="mb-1 text-sm font-medium text-ink">It stops working</legend>
      {ENDS.map(({ value, label }) => (
        <label key={value} className="flex min-h-6 items-center gap-2 text-sm text-ink">
          <Radio value={value} chosen={chosen} />
          {label}
        </label>
      ))}
      <div className="flex flex-wrap items-center gap-2">
        <label className="flex min-h-6 items-center gap-2 text-sm text-ink">
          <Radio value="day" chosen={chosen} />
          <span id={`${id}-day`}>at the end of</span>
        </label>
        <input
          type="date"
          name="day"
          min={earliest}
          defaultValue={day}
          aria-labelledby={`${id}-day`}
          aria-invalid={problem ? true : undefined}
          className={`${inputClass} w-44!`}
        />
      </div>
      <p id={`${id}-note`} className="text-xs text-ink-3">
        Days end at midnight UTC.
      </p>
      <ProblemNote problem={problem === undefined ? undefined : { message: problem }} />
    </fieldset>
  );
}

function Radio({ value, chosen }: { value: string; chosen: string }) {
  return (
    <input
      type="radio"
      name="ends"
      value={value}
      defaultChecked={value === chosen}
      className="size-4 flex-none accent-accent"
    />
  );
}
