"use client";

import { useActionState, useId, type ReactNode } from "react";

import { buttonClass, textButtonClass } from "@/components/ui/button-class";
import { textareaClass } from "@/components/ui/input-class";
import { ProblemNote } from "@/components/ui/problem-note";
import { EMPTY_FORM, type FormAction } from "@/lib/errors/form";

type Props = {
  announcementId: string;
  /** When the decision was made that the page shows. */
  was: string;
  action: FormAction;
  label?: ReactNode;
  /** Whether why is asked first, which the history keeps; else one click does it. */
  asksWhy?: boolean;
};

/** Opens a settled announcement again; marks and thread stay as they are. */
export function ReopenForm({ announcementId, was, action, label = "Reopen", asksWhy = false }: Props) {
  const [state, formAction, isPending] = useActionState(action, EMPTY_FORM);
  const whyId = useId();
  const problemId = useId();
  const fields = (
    <>
      <input type="hidden" name="announcementId" value={announcementId} />
      <input type="hidden" name="was" value={was} />
    </>
  );
  if (!asksWhy) {
    return (
      <form action={formAction}>
        {fields}
        <button className={textButtonClass} data-reopen>
          {label}
        </button>
        <ProblemNote problem={state.problem} />
      </form>
    );
  }
  return (
    <details open={state.problem ? true : undefined}>
      <summary className={textButtonClass}>{label}</summary>
      <form action={formAction} className="grid gap-2 pt-1">
        {fields}
        <div className="grid gap-1">
          <label htmlFor={whyId} className="text-sm font-medium text-ink">
            Why it is open again
          </label>
          <textarea
            id={whyId}
            name="why"
            rows={2}
            defaultValue={state.values?.why}
            aria-describedby={problemId}
            aria-invalid={state.problem?.fields?.why ? true : undefined}
            className={textareaClass}
          />
        </div>
        <ProblemNote id={problemId} problem={state.problem} />
        <button className={`${buttonClass()} justify-self-start`} aria-disabled={isPending || undefined}>
          Reopen it
        </button>
      </form>
    </details>
  );
}
