import { CircleAlert } from "lucide-react";
import { useId, type ComponentProps, type ReactNode } from "react";

import { inputClass } from "./input-class";

type Props = Omit<ComponentProps<"input">, "id" | "className"> & {
  name: string;
  label: string;
  /** A line under the field that helps before anything is wrong. */
  hint?: ReactNode;
  /** The sentence about what is wrong with it. */
  problem?: string | undefined;
};

/** A labelled field of one line. */
export function TextField({ label, hint, problem, ...input }: Props) {
  const id = useId();
  const note = problem ? `${id}-problem` : hint ? `${id}-hint` : undefined;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium text-ink">
        {label}
      </label>
      <input
        {...input}
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-describedby={note}
        className={inputClass}
      />
      {problem ? (
        <p id={note} className="flex items-start gap-1.5 pt-0.5 text-sm text-danger-ink">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {problem}
        </p>
      ) : (
        hint && (
          <p id={note} className="text-xs text-ink-3">
            {hint}
          </p>
        )
      )}
    </div>
  );
}
