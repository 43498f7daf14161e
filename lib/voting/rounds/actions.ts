"use server";

import { refresh } from "next/cache";

import { formState, typedValues, type FormState } from "@/lib/errors/form";
import { teamViewerResult } from "@/lib/identity/gates";

import { changeRound, closeRound, openRound, reopenRound } from "./commands";
import { closedSentence, setSentence } from "./sentences";

/** Opens, changes or reopens a round, as the form's `mode` says, and says until when and to how many it was told. */
export async function setRoundByForm(_: FormState, form: FormData): Promise<FormState> {
  const { team = "", mode = "", ...typed } = typedValues(form);
  const { conference = "", date = "", time = "", timeZone = "", quorum = "", isBlind = "", was = "" } = typed;
  const viewer = await teamViewerResult(team);
  if (!viewer.ok) return formState(viewer, form, "");
  const terms = { conference, date, time, timeZone, quorum, isBlind: isBlind === "yes" };
  const command = mode === "change" ? changeRound : mode === "reopen" ? reopenRound : openRound;
  const result = await command(viewer.value, { ...terms, was });
  // A conflict shows what stands.
  if (result.ok || result.problem.kind === "conflict") refresh();
  return formState(result, form, result.ok ? setSentence(result.value) : "");
}

/** Closes a round before its time. */
export async function closeRoundByForm(_: FormState, form: FormData): Promise<FormState> {
  const { team = "", conference = "", was = "" } = typedValues(form);
  const viewer = await teamViewerResult(team);
  const result = viewer.ok ? await closeRound(viewer.value, { conference, was }) : viewer;
  if (result.ok || result.problem.kind === "conflict") refresh();
  return formState(result, form, result.ok ? closedSentence(result.value.told) : "");
}
