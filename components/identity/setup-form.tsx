"use client";

import { useActionState } from "react";

import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { EMPTY_FORM } from "@/lib/errors/form";
import { setUpInstallation } from "@/lib/identity/sign-in-actions";

import { NewPersonFields } from "./new-person-fields";

/** Makes the first admin and the first team. */
export function SetupForm({ token }: { token: string }) {
  const [state, action] = useActionState(setUpInstallation, EMPTY_FORM);
  return (
    <form action={action} className="flex flex-col gap-5" noValidate>
      <input type="hidden" name="token" value={token} />
      <NewPersonFields state={state} />
      <TextField
        name="team"
        label="Name of your first team"
        autoComplete="organization"
        required
        hint="Members of a team mark, discuss and decide together."
        defaultValue={state.values?.team}
        problem={state.problem?.fields?.team}
      />
      <FormOutcome state={state} fields={["name", "email", "password", "team"]} />
      <SubmitButton look="primary" size="wide">
        Create account and team
      </SubmitButton>
    </form>
  );
}
