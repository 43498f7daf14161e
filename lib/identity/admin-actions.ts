"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";

import { formState, typedValues, type FormState } from "@/lib/errors/form";

import { createTeam, setAdmin } from "./admin";
import { sessionResult } from "./gates";

/** Makes a team called `name`, and opens it. */
export async function makeTeam(_: FormState, form: FormData): Promise<FormState> {
  const session = await sessionResult();
  if (!session.ok) return formState(session, form, "");
  const result = await createTeam(session.value.person, { name: typedValues(form).name ?? "" });
  if (!result.ok) return formState(result, form, "");
  redirect(`/teams/${result.value.slug}`);
}

/** Makes `personId` an admin, or with `isAdmin` "false" no longer one. */
export async function changeAdmin(_: FormState, form: FormData): Promise<FormState> {
  const session = await sessionResult();
  if (!session.ok) return formState(session, form, "");
  const { personId = "", isAdmin } = typedValues(form);
  const result = await setAdmin(session.value.person, { personId, isAdmin: isAdmin === "true" });
  if (result.ok) refresh();
  return formState(result, form, isAdmin === "true" ? "Admin now." : "No longer an admin.");
}
