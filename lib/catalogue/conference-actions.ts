"use server";

import { redirect } from "next/navigation";

import { formState, typedValues, type FormState } from "@/lib/errors/form";
import { teamViewerResult } from "@/lib/identity/gates";

import { createConference } from "./conference-commands";

/** Adds a conference called `name`, with its days when they are known, and leads to its board in `team`. */
export async function makeConference(_: FormState, form: FormData): Promise<FormState> {
  const { team = "", name = "", startsOn = "", endsOn = "" } = typedValues(form);
  const viewer = await teamViewerResult(team);
  if (!viewer.ok) return formState(viewer, form, "");
  const result = await createConference(viewer.value, { name, startsOn, endsOn });
  if (!result.ok) return formState(result, form, "");
  redirect(`/teams/${team}/conferences/${result.value.slug}`);
}
