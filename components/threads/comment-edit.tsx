"use client";

import { useActionState, useId } from "react";

import { BUTTON, TEXT_BUTTON, TEXT_FIELD } from "@/components/control-classes";
import type { FormAction } from "@/components/form-action";
import { ProblemNote } from "@/components/problem-note";
import { EMPTY_FORM } from "@/lib/errors/form";

import { sendOnEnter } from "./comment-composer";

/** The editor of one's own comment, folded away until it is wanted, and again once the text is stored. */
export function CommentEdit({ id, body, action }: { id: string; body: string; action: FormAction }) {
  const [state, formAction, isPending] = useActionState(action, EMPTY_FORM);
  const problemId = useId();
  return (
    <details key={body} open={state.problem !== undefined} className="open:w-full">
      <summary className={`${TEXT_BUTTON} list-none`}>Edit</summary>
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
          className={TEXT_FIELD}
        />
        <ProblemNote id={problemId} problem={state.problem} />
        <button className={`${BUTTON} justify-self-start`} aria-disabled={isPending}>
          Save comment
        </button>
      </form>
    </details>
  );
}
