"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";

import { announcementPath } from "@/components/paths";
import { mergeAnnouncements, undoMerge } from "@/lib/catalogue/merging/commands";
import { formState, typedValues, type FormState } from "@/lib/errors/form";
import type { Result } from "@/lib/errors/problem";
import { teamViewerResult } from "@/lib/identity/gates";
import type { TeamViewer } from "@/lib/identity/types";
import { addComment, deleteComment, editComment } from "@/lib/threads/commands";
import { reopenDecision, settleDecision } from "@/lib/voting/decisions/commands";
import { readSettleForm } from "@/lib/voting/decisions/form";

/** Stores a comment. The team is bound by the page; whether the viewer belongs to it is asked anew. */
export async function addCommentAction(team: string, _: FormState, form: FormData): Promise<FormState> {
  const { id = "", announcementId = "", body = "" } = typedValues(form);
  return answer(team, form, "Comment stored.", (viewer) => addComment(viewer, { id, announcementId, body }));
}

export async function editCommentAction(team: string, _: FormState, form: FormData): Promise<FormState> {
  const { id = "", body = "" } = typedValues(form);
  return answer(team, form, "Comment stored.", (viewer) => editComment(viewer, { id, body }));
}

export async function deleteCommentAction(team: string, _: FormState, form: FormData): Promise<FormState> {
  const { id = "" } = typedValues(form);
  return answer(team, form, "Comment deleted.", (viewer) => deleteComment(viewer, { id }));
}

export async function settleDecisionAction(team: string, _: FormState, form: FormData): Promise<FormState> {
  return answer(team, form, "Decided.", (viewer) => settleDecision(viewer, readSettleForm(form)));
}

export async function reopenDecisionAction(team: string, _: FormState, form: FormData): Promise<FormState> {
  const { announcementId = "", was = "", why = "" } = typedValues(form);
  return answer(team, form, "Reopened.", (viewer) => reopenDecision(viewer, { announcementId, was: was || null, why }));
}

/** Merges and leads to the kept one, which says so and offers to undo it. */
export async function mergeAction(team: string, _: FormState, form: FormData): Promise<FormState> {
  const { keep = "", drop = "" } = typedValues(form);
  const viewer = await teamViewerResult(team);
  const result = viewer.ok ? await mergeAnnouncements(viewer.value, { keep, drop }) : viewer;
  if (!result.ok) return formState(result, form, "");
  const { kept, mergeId } = result.value;
  redirect(`${announcementPath(team, kept.slug)}?merged=${mergeId}`);
}

/** Undoes a merge and leads to the kept one, which says where the other is again. */
export async function undoMergeAction(team: string, _: FormState, form: FormData): Promise<FormState> {
  const { mergeId = "" } = typedValues(form);
  const viewer = await teamViewerResult(team);
  const result = viewer.ok ? await undoMerge(viewer.value, { mergeId }) : viewer;
  if (!result.ok) return formState(result, form, "");
  const { kept, dropped } = result.value;
  redirect(`${announcementPath(team, kept.slug)}?parted=${dropped.slug}`);
}

/** Runs a command as whoever asks now, and draws the page again, also after a conflict: it shows what stands. */
async function answer(
  team: string,
  form: FormData,
  done: string,
  command: (viewer: TeamViewer) => Promise<Result<unknown>>,
): Promise<FormState> {
  const viewer = await teamViewerResult(team);
  const result = viewer.ok ? await command(viewer.value) : viewer;
  if (result.ok || result.problem.kind === "conflict") refresh();
  return formState(result, form, done);
}
