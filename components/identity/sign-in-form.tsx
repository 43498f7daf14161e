"use client";

import { useActionState } from "react";

import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { EMPTY_FORM } from "@/lib/errors/form";
import { signIn } from "@/lib/identity/sign-in-actions";

/** E-mail and password; leads to `next` afterwards. */
export function SignInForm({ next }: { next: string }) {
  const [state, action] = useActionState(signIn, EMPTY_FORM);
  const { fields } = state.problem ?? {};
  return (
    <form action={action} className="flex flex-col gap-5" noValidate>
      <input type="hidden" name="next" value={next} />
      <TextField
        name="email"
        type="email"
        label="E-mail"
        autoComplete="username"
        autoFocus
        required
        defaultValue={state.values?.email}
        problem={fields?.email}
      />
      <TextField
        name="password"
        type="password"
        label="Password"
        autoComplete="current-password"
        required
        problem={fields?.password}
      />
      <FormOutcome state={state} fields={["email", "password"]} />
      <SubmitButton look="primary" size="wide">
        Sign in
      </SubmitButton>
    </form>
  );
}
