"use client";

import { useActionState } from "react";

import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { EMPTY_FORM } from "@/lib/errors/form";
import { makeTeam } from "@/lib/identity/admin-actions";

/** Makes a team that the viewer leads. */
export function TeamForm() {
  const [state, action] = useActionState(makeTeam, EMPTY_FORM);
  return (
    <form action={action} className="flex flex-col gap-4">
      <TextField
        name="name"
        label="Name of the team"
        autoComplete="off"
        required
        hint="You become its lead and can invite others."
        defaultValue={state.values?.name}
        problem={state.problem?.fields?.name}
      />
      <FormOutcome state={state} fields={["name"]} />
      <div>
        <SubmitButton look="primary">Make team</SubmitButton>
      </div>
    </form>
  );
}
