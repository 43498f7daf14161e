"use client";

import { useActionState, type KeyboardEvent } from "react";

import { BUTTON, TEXT_FIELD } from "@/components/control-classes";
import type { FormAction } from "@/components/form-action";
import { ProblemNote } from "@/components/problem-note";
import { EMPTY_FORM } from "@/lib/errors/form";

type CommentComposerProps = { announcementId: string; draftId: string; action: FormAction };

/** Where a comment is written. What was typed stays when it is refused. */
export function CommentComposer({ announcementId, draftId, action }: CommentComposerProps) {
  const [state, formAction, isPending] = useActionState(action, EMPTY_FORM);
  return (
    <form action={formAction} className="grid min-w-0 grow gap-2">
      <input type="hidden" name="id" value={draftId} />
      <input type="hidden" name="announcementId" value={announcementId} />
      <label htmlFor="comment" className="sr-only">
        Comment
      </label>
      <textarea
        id="comment"
        name="body"
        rows={2}
        required
        defaultValue={state.values?.body}
        placeholder="Comment. Markdown works."
        aria-describedby="comment-problem"
        aria-invalid={state.problem ? true : undefined}
        aria-keyshortcuts="c"
        onKeyDown={sendOnEnter}
        className={`${TEXT_FIELD} min-h-[58px]`}
      />
      <ProblemNote id="comment-problem" problem={state.problem} />
      <div className="flex items-center gap-3">
        <button className={BUTTON} aria-disabled={isPending}>
          Comment
        </button>
        <span role="status" className="text-xs text-ink-3">
          {isPending ? "Storing" : state.done}
        </span>
      </div>
    </form>
  );
}

/** Ctrl or ⌘ with Enter sends the form that the field is in. */
export function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
