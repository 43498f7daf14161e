"use client";

import { useActionState } from "react";

import { buttonClass, textButtonClass } from "@/components/ui/button-class";
import { ProblemNote } from "@/components/ui/problem-note";
import { EMPTY_FORM, type FormAction } from "@/lib/errors/form";

/** Deletes a comment after asking, with or without JavaScript. */
export function CommentRemove({ id, action }: { id: string; action: FormAction }) {
  const [state, formAction, isPending] = useActionState(action, EMPTY_FORM);
  return (
    <details className="open:w-full">
      <summary className={textButtonClass}>Delete</summary>
      <form action={formAction} className="flex flex-wrap items-center gap-3 py-1">
        <input type="hidden" name="id" value={id} />
        <span className="text-sm">The text is gone for good; that it was deleted stays.</span>
        <button className={buttonClass()} aria-disabled={isPending}>
          Delete comment
        </button>
        <ProblemNote problem={state.problem} />
      </form>
    </details>
  );
}
