"use client";

import { useActionState } from "react";

import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { EMPTY_FORM } from "@/lib/errors/form";
import { rename } from "@/lib/identity/account-actions";

/** What the viewer is called. */
export function NameForm({ name }: { name: string }) {
  const [state, action] = useActionState(rename, EMPTY_FORM);
  return (
    <form action={action} className="flex flex-col gap-4">
      <TextField
        name="name"
        label="Name"
        autoComplete="name"
        required
        defaultValue={state.values?.name ?? name}
        problem={state.problem?.fields?.name}
      />
      <FormOutcome state={state} fields={["name"]} />
      <div>
        <SubmitButton>Store name</SubmitButton>
      </div>
    </form>
  );
}
