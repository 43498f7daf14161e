"use server";

import { refresh } from "next/cache";

import { formState, typedValues, type FormState } from "@/lib/errors/form";
import type { Result } from "@/lib/errors/problem";
import { formatNumber } from "@/lib/format/number";
import { teamViewerResult } from "@/lib/identity/gates";

import { settleMany } from "./commands";
import { recordDelivery } from "./delivery";
import { readDecideMany, SELECTED } from "./form";

/** Settles everything selected in the form the same, all or nothing; what was selected comes back with a refusal. */
export async function decideManyAction(team: string, _: FormState, form: FormData): Promise<FormState> {
  const viewer = await teamViewerResult(team);
  const result = viewer.ok ? await settleMany(viewer.value, readDecideMany(form)) : viewer;
  drawAnew(result);
  if (result.ok) return { done: `${formatNumber(result.value.decided)} decided ${result.value.choice}.` };
  const state = formState(result, form, "");
  return { ...state, values: { ...state.values, [SELECTED]: form.getAll(SELECTED).join(",") } };
}

/** Says how far a decision is carried out. */
export async function recordDeliveryAction(team: string, _: FormState, form: FormData): Promise<FormState> {
  const { announcementId = "", was = "", delivery = "", on = "" } = typedValues(form);
  const viewer = await teamViewerResult(team);
  const result = viewer.ok ? await recordDelivery(viewer.value, { announcementId, was, delivery, on }) : viewer;
  drawAnew(result);
  return formState(result, form, "Stored.");
}

/** After a conflict too: the page then shows what stands. */
function drawAnew(result: Result<unknown>): void {
  if (result.ok || result.problem.kind === "conflict") refresh();
}
