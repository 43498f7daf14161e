"use client";

import { useActionState } from "react";

import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM } from "@/lib/errors/form";
import { register } from "@/lib/identity/sign-in-actions";

import { NewPersonFields } from "./new-person-fields";

/** Makes an account and joins the team of an invitation. */
export function RegisterForm({ token, teamName }: { token: string; teamName: string }) {
  const [state, action] = useActionState(register, EMPTY_FORM);
  return (
    <form action={action} className="flex flex-col gap-5" noValidate>
      <input type="hidden" name="token" value={token} />
      <NewPersonFields state={state} />
      <FormOutcome state={state} fields={["name", "email", "password"]} />
      <SubmitButton look="primary" size="wide">
        Join {teamName}
      </SubmitButton>
    </form>
  );
}
