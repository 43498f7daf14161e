import { useId, type ReactNode } from "react";

import { ProblemNote } from "./problem-note";

type Control = { id: string; "aria-invalid": true | undefined; "aria-describedby": string | undefined };

type Props = {
  label: string;
  /** A line that helps before anything is wrong. */
  hint?: ReactNode;
  /** The sentence about what is wrong with it. */
  problem?: string | undefined;
  /** Draws the control itself, tied to its label and to what is said of it. */
  children: (control: Control) => ReactNode;
};

/** A control under its label, with what helps or what is wrong below it. */
export function Field({ label, hint, problem, children }: Props) {
  const id = useId();
  const noteId = problem || hint ? `${id}-note` : undefined;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium text-ink">
        {label}
      </label>
      {children({ id, "aria-invalid": problem ? true : undefined, "aria-describedby": noteId })}
      {problem ? (
        <ProblemNote id={noteId} problem={{ message: problem }} />
      ) : (
        hint && (
          <p id={noteId} className="text-xs text-ink-3">
            {hint}
          </p>
        )
      )}
    </div>
  );
}
