"use client";

import { useActionState, useEffect, useId, useState } from "react";

import { buttonClass, textButtonClass } from "@/components/ui/button-class";
import { textareaClass } from "@/components/ui/input-class";
import { Field } from "@/components/ui/field";
import { ProblemNote } from "@/components/ui/problem-note";
import { EMPTY_FORM, type FormAction, type FormState } from "@/lib/errors/form";
import type { Decision, Named } from "@/lib/voting/decisions/decision";
import { fieldsOf } from "@/lib/voting/decisions/form";
import { CHOICES, type Lean, type Tally } from "@/lib/voting/types";

import { AgainstLean } from "./against-lean";
import { ChoiceRadios } from "./choice-radios";
import { EffortFields, OwnerField, ReopenFields, TargetField, unlessAdopted } from "./decision-fields";

type DecisionFormProps = {
  announcementId: string;
  decision: Decision | null;
  members: readonly Named[];
  marks: number;
  /** Null where others' marks are hidden. */
  tally: Tally | null;
  lean: Lean | null;
  action: FormAction;
};

/** Everything a lead settles, and the verb that stores it; folded away once something is decided. */
export function DecisionForm({ announcementId, decision, members, action, ...seen }: DecisionFormProps) {
  const [state, formAction, isPending] = useActionState(action, EMPTY_FORM);
  const was = decision?.at ?? "";
  // What was refused for another decision than the one that stands now is over, unless that change is why.
  const refused = state.values?.was === was || state.problem?.kind === "conflict" ? state : EMPTY_FORM;
  const [pick, setPick] = useState<{ was: string; choice: string } | null>(null);
  const picked = pick?.was === was ? pick.choice : (refused.values?.choice ?? decision?.choice ?? "");
  const choice = CHOICES.find((one) => one === picked) ?? null;
  useEffect(() => {
    // The button that had the focus went with the form.
    if (state.done && document.activeElement === document.body) document.getElementById("decision")?.focus();
  }, [state, was]);

  const form = (
    <form action={formAction} className="group/decide grid gap-3">
      <input type="hidden" name="announcementId" value={announcementId} />
      <input type="hidden" name="was" value={was} />
      <Fields
        decision={decision}
        members={members}
        refused={refused}
        onChoose={(next) => setPick({ was, choice: next })}
      />
      <div role="status" className="empty:hidden">
        <AgainstLean choice={choice} {...seen} />
      </div>
      <button className={`${buttonClass("primary")} justify-self-start`} aria-disabled={isPending || undefined}>
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

type FieldsProps = Pick<DecisionFormProps, "decision" | "members"> & {
  refused: FormState;
  onChoose: (choice: string) => void;
};

function Fields({ decision, members, refused: { problem, values }, onChoose }: FieldsProps) {
  const kept = values ?? fieldsOf(decision);
  const given = { kept, problem };
  const problemId = useId();
  return (
    <>
      <fieldset aria-describedby={problemId}>
        <legend className="sr-only">Choice</legend>
        <ChoiceRadios chosen={kept.choice ?? ""} onChoose={onChoose} />
      </fieldset>
      <Field label="Reason" problem={problem?.fields?.reason}>
        {(control) => (
          <textarea name="reason" rows={3} {...control} defaultValue={kept.reason} className={textareaClass} />
        )}
      </Field>
      <div className="grid grid-cols-2 items-start gap-3">
        <OwnerField members={members} owner={decision?.owner ?? null} {...given} />
        <TargetField {...given} />
        <EffortFields {...given} />
      </div>
      <div className={`${unlessAdopted} gap-3`}>
        <ReopenFields {...given} />
      </div>
      {/* What belongs to a field stands there. */}
      <ProblemNote
        id={problemId}
        problem={problem && (!problem.fields || problem.fields.choice) ? problem : undefined}
      />
    </>
  );
}
