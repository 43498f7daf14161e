"use client";

import { useActionState } from "react";

import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { EMPTY_FORM } from "@/lib/errors/form";
import { replacePassword } from "@/lib/identity/account-actions";
import { MIN_PASSWORD } from "@/lib/identity/password-length";

/** Changes the viewer's password. */
export function PasswordForm({ email }: { email: string }) {
  const [state, action] = useActionState(replacePassword, EMPTY_FORM);
  const fields = state.problem?.fields;
  return (
    <form action={action} className="flex flex-col gap-4" noValidate>
      {/* For password managers, which store the new password under it. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextField
        name="password"
        type="password"
        label="Current password"
        autoComplete="current-password"
        required
        problem={fields?.password}
      />
      <TextField
        name="newPassword"
        type="password"
        label="New password"
        autoComplete="new-password"
        required
        hint={`At least ${MIN_PASSWORD} characters. Every other browser is signed out.`}
        problem={fields?.newPassword}
      />
      <FormOutcome state={state} fields={["password", "newPassword"]} />
      <div>
        <SubmitButton>Change password</SubmitButton>
      </div>
    </form>
  );
}
