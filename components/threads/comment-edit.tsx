"use client";

import { useActionState, useId } from "react";

import { buttonClass, textButtonClass } from "@/components/ui/button-class";
import { textareaClass } from "@/components/ui/input-class";
import { ProblemNote } from "@/components/ui/problem-note";
import { EMPTY_FORM, type FormAction } from "@/lib/errors/form";

import { sendOnEnter } from "./comment-composer";

/** The editor of one's own comment, folded away until it is wanted, and again once the text is stored. */
export function CommentEdit({ id, body, action }: { id: string; body: string; action: FormAction }) {
  const [state, formAction, isPending] = useActionState(action, EMPTY_FORM);
  const problemId = useId();
  return (
    <details key={body} open={state.problem !== undefined} className="open:w-full">
      <summary className={textButtonClass}>Edit</summary>
      <form action={formAction} className="grid gap-2 py-1">
        <input type="hidden" name="id" value={id} />
        <textarea
          name="body"
          rows={3}
          required
          defaultValue={state.values?.body ?? body}
          aria-label="Your comment"
          aria-describedby={problemId}
          aria-invalid={state.problem ? true : undefined}
          onKeyDown={sendOnEnter}
          className={textareaClass}
        />
        <ProblemNote id={problemId} problem={state.problem} />
        <button className={`${buttonClass()} justify-self-start`} aria-disabled={isPending}>
          Save comment
        </button>
      </form>
    </details>
  );
}
