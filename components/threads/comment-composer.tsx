"use client";

import { useActionState, type KeyboardEvent } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { textareaClass } from "@/components/ui/input-class";
import { ProblemNote } from "@/components/ui/problem-note";
import { EMPTY_FORM, type FormAction } from "@/lib/errors/form";

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
        className={`${textareaClass} min-h-[58px]`}
      />
      <ProblemNote id="comment-problem" problem={state.problem} />
      <div className="flex items-center gap-3">
        <button className={buttonClass()} aria-disabled={isPending}>
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
