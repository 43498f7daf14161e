"use server";

import { refresh } from "next/cache";

import { formState, typedValues, type FormState } from "@/lib/errors/form";
import { teamViewerResult } from "@/lib/identity/gates";

import { remindMembers } from "./commands";

/** Asks each `person` of `team` for their marks on `conference`. */
export async function remind(_: FormState, form: FormData): Promise<FormState> {
  const { team = "", conference = "" } = typedValues(form);
  const viewer = await teamViewerResult(team);
  if (!viewer.ok) return formState(viewer, form, "");
  const personIds = form.getAll("person").filter((value) => typeof value === "string");
  const result = await remindMembers(viewer.value, { conference, personIds });
  if (result.ok) refresh();
  return formState(result, form, result.ok ? sentence(result.value.told) : "");
}

function sentence(told: readonly string[]): string {
  if (told.length === 0) return "Nobody was left to remind.";
  return told.length > 3 ? `Reminded ${told.length} people.` : `Reminded ${told.join(", ")}.`;
}
