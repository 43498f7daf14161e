"use client";

import { useActionState, useId, useState } from "react";

import { buttonClass, textButtonClass } from "@/components/ui/button-class";
import { textareaClass } from "@/components/ui/input-class";
import { ProblemNote } from "@/components/ui/problem-note";
import { EMPTY_FORM, type FormAction } from "@/lib/errors/form";
import type { Decision } from "@/lib/voting/decision";
import { CHOICE_LABEL } from "@/lib/voting/labels";
import { CHOICES } from "@/lib/voting/types";

type DecisionFormProps = { announcementId: string; decision: Decision | null; action: FormAction };

/** Choice and reason, and the verb that stores them; folded away once something is decided. */
export function DecisionForm({ announcementId, decision, action }: DecisionFormProps) {
  const [state, formAction, isPending] = useActionState(action, EMPTY_FORM);
  const was = decision?.at ?? "";
  // What was refused for another decision than the one that stands now is over, unless that change is why.
  const refused = state.values?.was === was || state.problem?.kind === "conflict" ? state : EMPTY_FORM;
  const kept = refused.values ?? { choice: decision?.choice ?? "", reason: decision?.reason ?? "" };
  const [picked, setPicked] = useState(kept.choice);
  const reasonId = useId();
  const problemId = useId();

  const form = (
    <form action={formAction} className="grid gap-3">
      <input type="hidden" name="announcementId" value={announcementId} />
      <input type="hidden" name="was" value={was} />
      <fieldset>
        <legend className="sr-only">Choice</legend>
        <div className="grid grid-cols-3 overflow-hidden rounded-md border border-line-control bg-surface">
          {CHOICES.map((choice) => (
            <label
              key={choice}
              className={`${choice} relative flex h-[30px] items-center justify-center gap-1.5 text-sm font-medium not-first:border-l not-first:border-line has-checked:bg-(--c) has-checked:text-(--c-on) has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus max-sm:h-11`}
            >
              <input
                type="radio"
                name="choice"
                value={choice}
                required
                defaultChecked={kept.choice === choice}
                onChange={() => setPicked(choice)}
                className="peer absolute inset-0 cursor-pointer opacity-0"
              />
              <span className="shape text-(--c-ink) outline peer-checked:text-current" aria-hidden />
              {CHOICE_LABEL[choice]}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid gap-1">
        <label htmlFor={reasonId} className="text-sm font-medium text-ink">
          Reason
        </label>
        <textarea
          id={reasonId}
          name="reason"
          rows={3}
          defaultValue={kept.reason}
          aria-describedby={problemId}
          aria-invalid={refused.problem?.fields?.reason ? true : undefined}
          className={textareaClass}
        />
      </div>
      <ProblemNote id={problemId} problem={refused.problem} />
      <button className={`${buttonClass("primary")} justify-self-start`} aria-disabled={isPending}>
        Decide {picked}
      </button>
    </form>
  );
  if (!decision) return form;
  return (
    <details open={refused.problem !== undefined} key={was}>
      <summary className={textButtonClass}>Change</summary>
      <div className="pt-2">{form}</div>
    </details>
  );
}
