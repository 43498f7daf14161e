"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";

import { meetingPath } from "@/components/paths";
import { formState, typedValues, type FormState } from "@/lib/errors/form";
import { teamViewerResult } from "@/lib/identity/gates";
import { parsePlan } from "@/lib/voting/agenda/plan";
import { settleDecision } from "@/lib/voting/decisions/commands";
import { readSettleForm } from "@/lib/voting/decisions/form";

/** Settles what a meeting talks about and leads to what the form says comes next; when that is refused it stays. */
export async function settleAndMoveOnAction(
  team: string,
  conference: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const { next = "" } = typedValues(form);
  const viewer = await teamViewerResult(team);
  const result = viewer.ok ? await settleDecision(viewer.value, readSettleForm(form)) : viewer;
  if (result.ok) {
    const { since, ...plan } = parsePlan(Object.fromEntries(new URLSearchParams(next)));
    redirect(meetingPath(team, conference, since === null ? undefined : { ...plan, since }));
  }
  // Somebody settled it meanwhile: the page shows what stands.
  if (result.problem.kind === "conflict") refresh();
  return formState(result, form, "");
}
