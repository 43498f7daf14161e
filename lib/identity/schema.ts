import { z } from "zod";

import { oneLine } from "@/lib/text/one-line";

import { MAX_PASSWORD, MIN_PASSWORD } from "./password-length";

/** A name is shown in rows, on avatars and in exports; eighty characters hold every real one. */
const MAX_NAME = 80;

/** A label tells open invitations apart in a list. */
const MAX_LABEL = 80;

const name = (empty: string) =>
  z
    .string({ error: empty })
    .transform(oneLine)
    .pipe(z.string().min(1, empty).max(MAX_NAME, `Use at most ${MAX_NAME} characters.`));

export const personName = name("Say what people call you.");
export const teamName = name("Give the team a name.");

/** Trimmed and in lower case, as addresses are stored and compared. */
export const email = z
  .string({ error: "Type an e-mail address." })
  .trim()
  .toLowerCase()
  .min(1, "Type an e-mail address.")
  .max(254, "An e-mail address has at most 254 characters.")
  .pipe(z.email("This is not an e-mail address. It needs the form name@example.com."));

/** A password somebody chooses. */
export const newPassword = z
  .string({ error: "Choose a password." })
  .min(MIN_PASSWORD, `Use at least ${MIN_PASSWORD} characters. A few words make a good password.`)
  .max(MAX_PASSWORD, `Use at most ${MAX_PASSWORD} characters.`);

/** A password somebody types to prove who they are: any length, so that a wrong one is merely wrong. */
export const typedPassword = z.string({ error: "Type your password." }).min(1, "Type your password.");

export const role = z.enum(["member", "lead"], { error: "Choose member or lead." });

export const signInSchema = z.object({ email, password: typedPassword });
export const newPersonSchema = z.object({ name: personName, email, password: newPassword });
export const setupSchema = newPersonSchema.extend({ team: teamName });
export const changeNameSchema = z.object({ name: personName });
export const changePasswordSchema = z.object({ password: typedPassword, newPassword });
export const inviteSchema = z.object({
  role,
  label: z
    .string()
    .transform(oneLine)
    .pipe(z.string().max(MAX_LABEL, `Use at most ${MAX_LABEL} characters.`)),
});
export const invitationIdSchema = z.object({ id: z.uuid() });
export const changeRoleSchema = z.object({ personId: z.uuid(), role });
export const personIdSchema = z.object({ personId: z.uuid() });
export const setAdminSchema = z.object({ personId: z.uuid(), isAdmin: z.boolean() });
export const createTeamSchema = z.object({ name: teamName });

export type SignInInput = z.input<typeof signInSchema>;
export type NewPersonInput = z.input<typeof newPersonSchema>;
export type SetupInput = z.input<typeof setupSchema>;
export type ChangeNameInput = z.input<typeof changeNameSchema>;
export type ChangePasswordInput = z.input<typeof changePasswordSchema>;
export type InviteInput = z.input<typeof inviteSchema>;
export type ChangeRoleInput = z.input<typeof changeRoleSchema>;
export type SetAdminInput = z.input<typeof setAdminSchema>;
export type CreateTeamInput = z.input<typeof createTeamSchema>;
