"use client";

import { useActionState } from "react";

import { buttonClass } from "@/components/ui/button-class";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM } from "@/lib/errors/form";
import { closeRoundByForm } from "@/lib/voting/rounds/actions";

type Props = { teamSlug: string; conferenceSlug: string; version: number };

/** Closes a round before its time, after saying what that does; works without JavaScript. */
export function CloseRoundForm({ teamSlug, conferenceSlug, version }: Props) {
  const [state, action] = useActionState(closeRoundByForm, EMPTY_FORM);
  return (
    <details open={state.problem ? true : undefined}>
      <summary className={buttonClass()}>Close now</summary>
      <form action={action} className="mt-3 grid justify-items-start gap-3">
        <input type="hidden" name="team" value={teamSlug} />
        <input type="hidden" name="conference" value={conferenceSlug} />
        <input type="hidden" name="was" value={version} />
        <p className="max-w-[60ch] text-sm">
          Marks and notes stay as they are from then on, and everybody sees all of them. The round can be opened again.
        </p>
        <FormOutcome state={state} />
        <SubmitButton look="danger">Close the round</SubmitButton>
      </form>
    </details>
  );
}
