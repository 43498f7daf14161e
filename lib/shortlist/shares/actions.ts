"use server";

import { refresh } from "next/cache";

import { formState, typedValues, type FormState } from "@/lib/errors/form";
import { teamViewerResult } from "@/lib/identity/gates";

import { createShare, revokeShare } from "./commands";
import { dayAfter } from "./expiry";

/** A form's state with the address of the link it made, which is shown this once. */
export type ShareState = FormState & { address?: string; kind?: string };

/** Makes a link of `team` to `conference`: its `kind`, `label`, when it `ends` (with a `day`), and what it shows. */
export async function makeShare(_: ShareState, form: FormData): Promise<ShareState> {
  const { team = "", conference = "", kind = "", label = "", query = "", ...typed } = typedValues(form);
  const viewer = await teamViewerResult(team);
  if (!viewer.ok) return formState(viewer, form, "");
  const shows = { showsPeople: typed.people === "yes", showsNotes: typed.notes === "yes" };
  const until = untilOf(typed.ends ?? "", typed.day ?? "");
  const result = await createShare(viewer.value, { conference, kind, label, query, until, ...shows });
  if (!result.ok) return formState(result, form, "");
  refresh();
  return { done: "Link made.", address: result.value.address, kind };
}

/** Makes the link `shareId` of `team` open nothing any more. */
export async function endShare(_: FormState, form: FormData): Promise<FormState> {
  const { team = "", shareId: id = "" } = typedValues(form);
  const viewer = await teamViewerResult(team);
  const result = viewer.ok ? await revokeShare(viewer.value, { id }) : viewer;
  if (result.ok) refresh();
  return formState(result, form, "Revoked.");
}

/** "never", a number of days from today, or the day that was chosen. */
function untilOf(ends: string, day: string): string {
  if (/^\d{1,4}$/.test(ends)) return dayAfter(new Date(), Number(ends));
  return ends === "day" ? day : ends;
}
