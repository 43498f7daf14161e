"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";

import { formState, typedValues, type FormState } from "@/lib/errors/form";

import { joinTeam, registerAndJoin } from "./accept-invitation";
import { authenticate } from "./authenticate";
import { addressKey } from "./client-address";
import { sessionResult } from "./gates";
import { returnPath } from "./return-path";
import { startSession } from "./session-cookie";
import { setUp } from "./setup";

/** Signs in with `email` and `password`, and leads to `next`. */
export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  const { email = "", password = "", next } = typedValues(form);
  const result = await authenticate({ email, password }, addressKey(await headers()));
  if (!result.ok) return formState(result, form, "");
  await startSession(result.value);
  redirect(returnPath(next));
}

/** Makes the first admin and their team, from a set-up link's `token`. */
export async function setUpInstallation(_: FormState, form: FormData): Promise<FormState> {
  const { token = "", name = "", email = "", password = "", team = "" } = typedValues(form);
  const result = await setUp(token, { name, email, password, team });
  if (!result.ok) return formState(result, form, "");
  await startSession(result.value.session);
  redirect(`/teams/${result.value.teamSlug}`);
}

/** Makes an account and joins the team of an invitation's `token`. */
export async function register(_: FormState, form: FormData): Promise<FormState> {
  const { token = "", name = "", email = "", password = "" } = typedValues(form);
  const result = await registerAndJoin(token, { name, email, password }, addressKey(await headers()));
  if (!result.ok) return formState(result, form, "");
  await startSession(result.value.session);
  redirect(`/teams/${result.value.teamSlug}`);
}

/** Joins the team of an invitation's `token` as who is signed in. */
export async function join(_: FormState, form: FormData): Promise<FormState> {
  const session = await sessionResult();
  if (!session.ok) return formState(session, form, "");
  const result = await joinTeam(session.value.person, typedValues(form).token ?? "");
  if (!result.ok) return formState(result, form, "");
  redirect(`/teams/${result.value.teamSlug}`);
}
