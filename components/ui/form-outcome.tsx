import { CircleCheck } from "lucide-react";

import type { FormState } from "@/lib/errors/form";

import { ProblemNote } from "./problem-note";

type Props = {
  state: FormState;
  /** Fields that show their own problem; what concerns none of them is said here. */
  fields?: readonly string[];
};

/** What became of a form: the problem that belongs to none of its fields, or what was stored. */
export function FormOutcome({ state: { problem, done }, fields = [] }: Props) {
  const isShownBelow = fields.some((field) => problem?.fields?.[field]);
  if (problem && !isShownBelow) return <ProblemNote problem={problem} />;
  return (
    <p role="status" className="flex items-start gap-1.5 text-sm text-ink-2 empty:hidden">
      {done && !problem && (
        <>
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-adopt" />
          {done}
        </>
      )}
    </p>
  );
}
