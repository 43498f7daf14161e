"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";

import { formState, typedValues, type FormState } from "@/lib/errors/form";

import { changeName, changePassword, signOutEverywhere } from "./account";
import { addressKey } from "./client-address";
import { sessionResult } from "./gates";
import { endSession, startSession } from "./session-cookie";

/** Stores a new `name` for who is signed in. */
export async function rename(_: FormState, form: FormData): Promise<FormState> {
  const session = await sessionResult();
  if (!session.ok) return formState(session, form, "");
  const result = await changeName(session.value.person, { name: typedValues(form).name ?? "" });
  if (result.ok) refresh();
  return formState(result, form, "Name stored.");
}

/** Stores `newPassword` when `password` is the current one; this browser stays signed in. */
export async function replacePassword(_: FormState, form: FormData): Promise<FormState> {
  const session = await sessionResult();
  if (!session.ok) return formState(session, form, "");
  const { password = "", newPassword = "" } = typedValues(form);
  const result = await changePassword(session.value.person, { password, newPassword }, addressKey(await headers()));
  if (result.ok) await startSession(result.value);
  return formState(result, form, "Password changed. Every other browser is signed out.");
}

/** Ends every session of who is signed in, and leads to sign-in. */
export async function leaveEverywhere(): Promise<void> {
  const session = await sessionResult();
  if (session.ok) await signOutEverywhere(session.value.person);
  await endSession();
  redirect("/sign-in");
}
