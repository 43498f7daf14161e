"use client";

import { useActionState } from "react";

import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { Avatar } from "@/components/ui/avatar";
import { EMPTY_FORM } from "@/lib/errors/form";
import { changeAdmin } from "@/lib/identity/admin-actions";

type Props = { personId: string; name: string; email: string; isAdmin: boolean; teams: string; isMe: boolean };

/** One person of the installation, with the switch that makes them an admin. */
export function AdminRow({ personId, name, email, isAdmin, teams, isMe }: Props) {
  const [state, action] = useActionState(changeAdmin, EMPTY_FORM);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-2.5">
      <div className="flex min-w-0 grow basis-64 items-center gap-3">
        <Avatar name={name} isMe={isMe} />
        <div className="min-w-0">
          <p className="truncate font-medium text-ink">
            {name}
            {isMe && <span className="font-normal text-ink-3"> (you)</span>}
          </p>
          <p className="truncate text-xs text-ink-3">{email}</p>
        </div>
      </div>
      <p className="w-16 text-xs text-ink-3">{teams}</p>
      <p className="w-14 text-sm text-ink">{isAdmin && "Admin"}</p>
      <form action={action} className="sm:w-36">
        <input type="hidden" name="personId" value={personId} />
        <input type="hidden" name="isAdmin" value={isAdmin ? "false" : "true"} />
        <SubmitButton label={isAdmin ? `Unmake admin: ${name}` : `Make admin: ${name}`}>
          {isAdmin ? "Unmake admin" : "Make admin"}
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
