"use client";

import { useActionState } from "react";

import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { Avatar } from "@/components/ui/avatar";
import { EMPTY_FORM } from "@/lib/errors/form";
import { giveRole, removePerson } from "@/lib/identity/people-actions";
import type { Role } from "@/lib/identity/types";

import { ConfirmDetails } from "./confirm-details";

export type MemberRowProps = {
  teamSlug: string;
  teamName: string;
  personId: string;
  name: string;
  email: string;
  role: Role;
  /** "joined 18 Dec 2020". */
  joined: string;
  isMe: boolean;
  /** Whether the viewer may change the role and remove the person. */
  canManage: boolean;
};

/** One person of a team, with what a lead can do about them. */
export function MemberRow({
  teamSlug,
  teamName,
  personId,
  name,
  email,
  role,
  joined,
  isMe,
  canManage,
}: MemberRowProps) {
  const [roleState, changeRole] = useActionState(giveRole, EMPTY_FORM);
  const [removal, remove] = useActionState(removePerson, EMPTY_FORM);
  const other: Role = role === "lead" ? "member" : "lead";
  const ids = (
    <>
      <input type="hidden" name="team" value={teamSlug} />
      <input type="hidden" name="personId" value={personId} />
    </>
  );
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3">
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
      <p className="w-16 text-sm text-ink">{role === "lead" ? "Lead" : "Member"}</p>
      <p className="w-32 text-xs text-ink-3">{joined}</p>
      {canManage && (
        <div className="flex items-center gap-2 sm:w-54 sm:justify-end">
          <form action={changeRole}>
            {ids}
            <input type="hidden" name="role" value={other} />
            <SubmitButton label={`Make ${other}: ${name}`}>Make {other}</SubmitButton>
          </form>
          <ConfirmDetails summary="Remove" label={`Remove ${name}`}>
            <form action={remove} className="flex flex-col gap-3">
              {ids}
              <p className="text-sm">
                Remove {name} from {teamName}? They lose access at once. Their marks, notes and comments stay.
              </p>
              <SubmitButton look="danger">Remove {name}</SubmitButton>
            </form>
          </ConfirmDetails>
        </div>
      )}
      {[roleState, removal].map(
        (state, index) =>
          state.problem && (
            <div key={index} className="basis-full">
              <FormOutcome state={state} />
            </div>
          ),
      )}
    </li>
  );
}
