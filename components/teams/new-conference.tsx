"use client";

import { Plus } from "lucide-react";
import { useActionState } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { makeConference } from "@/lib/catalogue/conference-actions";
import { EMPTY_FORM } from "@/lib/errors/form";

/** A lead's way to add a conference; opens in place, without JavaScript too. */
export function NewConference({ teamSlug }: { teamSlug: string }) {
  const [state, action] = useActionState(makeConference, EMPTY_FORM);
  const { values, problem } = state;
  return (
    <details className="relative" open={problem ? true : undefined}>
      <summary className={buttonClass()}>
        <Plus aria-hidden className="size-4" />
        Conference
      </summary>
      <form
        action={action}
        noValidate
        className="absolute right-0 z-10 mt-1 flex w-80 max-w-[calc(100vw-2rem)] flex-col gap-4 rounded-lg border border-line-strong bg-surface p-4 shadow-3"
      >
        <input type="hidden" name="team" value={teamSlug} />
        <TextField
          name="name"
          label="Name, with its year"
          placeholder="AWS re:Invent 2024"
          autoComplete="off"
          required
          defaultValue={values?.name}
          problem={problem?.fields?.name}
        />
        <div className="grid grid-cols-2 gap-3">
          <TextField
            name="startsOn"
            type="date"
            label="First day"
            defaultValue={values?.startsOn}
            problem={problem?.fields?.startsOn}
          />
          <TextField
            name="endsOn"
            type="date"
            label="Last day"
            defaultValue={values?.endsOn}
            problem={problem?.fields?.endsOn}
          />
        </div>
        <p className="text-xs text-ink-3">Days are optional. Every team of this installation sees the conference.</p>
        <FormOutcome state={state} fields={["name", "startsOn", "endsOn"]} />
        <SubmitButton look="primary">Add conference</SubmitButton>
      </form>
    </details>
  );
}
