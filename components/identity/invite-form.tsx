"use client";

import { useActionState } from "react";

import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { EMPTY_FORM } from "@/lib/errors/form";
import { makeInvitation, type InviteState } from "@/lib/identity/people-actions";

import { CopyField } from "./copy-field";

const ROLES = [
  { value: "member", label: "Member", hint: "marks, notes, comments" },
  { value: "lead", label: "Lead", hint: "also decides, imports, exports, invites" },
] as const;

/** Makes an invitation link and shows it, this once. */
export function InviteForm({ teamSlug }: { teamSlug: string }) {
  const [state, action] = useActionState<InviteState, FormData>(makeInvitation, EMPTY_FORM);
  const chosen = state.values?.role ?? "member";
  return (
    <form action={action} className="flex flex-col gap-4">
      <input type="hidden" name="team" value={teamSlug} />
      <TextField
        name="label"
        label="Who is it for"
        hint="Optional. Tells open invitations apart."
        autoComplete="off"
        maxLength={80}
        defaultValue={state.values?.label}
        problem={state.problem?.fields?.label}
      />
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1 text-sm font-medium text-ink">Role</legend>
        {ROLES.map(({ value, label, hint }) => (
          <label key={value} className="flex min-h-6 items-center gap-2 text-sm text-ink">
            <input
              type="radio"
              name="role"
              value={value}
              defaultChecked={value === chosen}
              className="size-4 accent-accent"
            />
            {label}
            <span className="text-xs text-ink-3">{hint}</span>
          </label>
        ))}
      </fieldset>
      <FormOutcome state={state.link ? EMPTY_FORM : state} fields={["label"]} />
      <div>
        <SubmitButton look="primary">Make link</SubmitButton>
      </div>
      {state.link && (
        <CopyField
          label="Invitation link"
          value={state.link}
          hint="Shown this once. Works once, for seven days: send it to one person."
        />
      )}
    </form>
  );
}
