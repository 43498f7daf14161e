"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";

import { formState, typedValues, type FormState } from "@/lib/errors/form";
import { refuse, type Result } from "@/lib/errors/problem";

import { teamViewerResult } from "./gates";
import { invite, revokeInvitation } from "./invitations";
import { changeRole, removeMember } from "./people";
import { role } from "./schema";
import type { TeamViewer } from "./types";

/** A form's state with the link it made, which is shown this once. */
export type InviteState = FormState & { link?: string };

/** Makes an invitation into `team` for a `role`, with a `label`. */
export async function makeInvitation(_: InviteState, form: FormData): Promise<InviteState> {
  const values = typedValues(form);
  const parsedRole = role.safeParse(values.role);
  const result = await asTeamViewer(form, async (viewer) =>
    parsedRole.success
      ? invite(viewer, { role: parsedRole.data, label: values.label ?? "" })
      : refuse("invalid", CHOOSE_ROLE, { fields: { role: CHOOSE_ROLE } }),
  );
  if (!result.ok) return formState(result, form, "");
  refresh();
  return { done: "Invitation made.", link: result.value.link };
}

/** Makes the invitation `invitationId` of `team` useless. */
export async function revoke(_: FormState, form: FormData): Promise<FormState> {
  const { invitationId: id = "" } = typedValues(form);
  const result = await asTeamViewer(form, (viewer) => revokeInvitation(viewer, { id }));
  if (result.ok) refresh();
  return formState(result, form, "Invitation revoked.");
}

/** Gives `personId` of `team` a `role`. */
export async function giveRole(_: FormState, form: FormData): Promise<FormState> {
  const { personId = "", ...values } = typedValues(form);
  const parsedRole = role.safeParse(values.role);
  const result = await asTeamViewer(form, async (viewer) =>
    parsedRole.success ? changeRole(viewer, { personId, role: parsedRole.data }) : refuse("invalid", CHOOSE_ROLE),
  );
  if (result.ok) refresh();
  return formState(result, form, "Role stored.");
}

/** Takes `personId` out of `team`; whoever takes themselves out is led away from it. */
export async function removePerson(_: FormState, form: FormData): Promise<FormState> {
  const { personId = "" } = typedValues(form);
  let isSelf = false;
  const result = await asTeamViewer(form, (viewer) => {
    isSelf = viewer.personId === personId;
    return removeMember(viewer, { personId });
  });
  if (result.ok && isSelf) redirect("/");
  if (result.ok) refresh();
  return formState(result, form, "Removed.");
}

const CHOOSE_ROLE = "Choose member or lead.";

async function asTeamViewer<T>(
  form: FormData,
  command: (viewer: TeamViewer) => Promise<Result<T>>,
): Promise<Result<T>> {
  const viewer = await teamViewerResult(typedValues(form).team ?? "");
  return viewer.ok ? command(viewer.value) : viewer;
}
