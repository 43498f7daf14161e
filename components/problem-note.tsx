import { CircleAlert } from "lucide-react";

import type { Problem } from "@/lib/errors/problem";

/** Why a form was not stored, said as soon as it is known; empty while there is nothing to say. */
export function ProblemNote({ id, problem }: { id?: string; problem: Pick<Problem, "message"> | undefined }) {
  return (
    <p id={id} role="alert" className="flex gap-1.5 text-sm text-danger-ink empty:hidden">
      {problem && (
        <>
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{problem.message}</span>
        </>
      )}
    </p>
  );
}
