"use client";

import { useActionState, useId, useState } from "react";

import { buttonClass, textButtonClass } from "@/components/ui/button-class";
import { textareaClass } from "@/components/ui/input-class";
import { ProblemNote } from "@/components/ui/problem-note";
import { EMPTY_FORM, type FormAction } from "@/lib/errors/form";
import type { Decision } from "@/lib/voting/decisions/decision";

import { ChoiceRadios } from "./choice-radios";

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
        <ChoiceRadios chosen={kept.choice ?? ""} onChoose={setPicked} />
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
