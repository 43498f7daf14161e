"use client";

import { useActionState } from "react";

import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { EMPTY_FORM } from "@/lib/errors/form";
import { revoke } from "@/lib/identity/people-actions";

type Props = {
  teamSlug: string;
  id: string;
  title: string;
  /** Who made it and until when it works. */
  facts: string;
};

/** One invitation nobody has used yet. */
export function InvitationRow({ teamSlug, id, title, facts }: Props) {
  const [state, action] = useActionState(revoke, EMPTY_FORM);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line py-2.5">
      <div className="min-w-0 grow">
        <p className="text-sm font-medium wrap-break-word text-ink">{title}</p>
        <p className="text-xs text-ink-3">{facts}</p>
      </div>
      <form action={action}>
        <input type="hidden" name="team" value={teamSlug} />
        <input type="hidden" name="invitationId" value={id} />
        <SubmitButton look="quiet" label={`Revoke the invitation ${title}`}>
          Revoke
        </SubmitButton>
      </form>
      {state.problem && (
        <div className="basis-full">
          <FormOutcome state={state} />
        </div>
      )}
    </li>
  );
}
