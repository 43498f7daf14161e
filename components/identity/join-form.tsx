"use client";

import { useActionState } from "react";

import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM } from "@/lib/errors/form";
import { join } from "@/lib/identity/sign-in-actions";

/** One click for somebody who is signed in. */
export function JoinForm({ token, teamName }: { token: string; teamName: string }) {
  const [state, action] = useActionState(join, EMPTY_FORM);
  return (
    <form action={action} className="flex flex-col gap-3">
      <input type="hidden" name="token" value={token} />
      <FormOutcome state={state} />
      <SubmitButton look="primary" size="wide">
        Join {teamName}
      </SubmitButton>
    </form>
  );
}
