"use server";

import { redirect } from "next/navigation";

import { formState, typedValues, type FormState } from "@/lib/errors/form";
import type { Result } from "@/lib/errors/problem";
import { teamViewerResult } from "@/lib/identity/gates";
import type { TeamViewer } from "@/lib/identity/types";
import { isSlug } from "@/lib/text/slug";

import { deleteView, renameView, saveView, shareView, type StoredView } from "./commands";

/** Saves the `query` of a board of `team` under a `name`, for the team when `shared` is "on", and leads to it. */
export async function keepView(_: FormState, form: FormData): Promise<FormState> {
  const { name = "", query = "", shared } = typedValues(form);
  return andOpen(form, (viewer) => saveView(viewer, { name, query, isShared: shared === "on" }));
}

/** Gives the view `id` the `name`, or what the button pressed says: "share" it with the team, or "delete" it. */
export async function changeView(_: FormState, form: FormData): Promise<FormState> {
  const { id = "", name = "", deed } = typedValues(form);
  return andOpen(form, (viewer) => {
    if (deed === "delete") return deleteView(viewer, { id });
    return deed === "share" ? shareView(viewer, { id }) : renameView(viewer, { id, name });
  });
}

async function andOpen(
  form: FormData,
  command: (viewer: TeamViewer) => Promise<Result<StoredView>>,
): Promise<FormState> {
  const { team = "", conference = "" } = typedValues(form);
  const viewer = await teamViewerResult(team);
  const result = viewer.ok ? await command(viewer.value) : viewer;
  if (!result.ok) return formState(result, form, "");
  if (!isSlug(conference)) redirect(`/teams/${team}`);
  redirect(`/teams/${team}/conferences/${conference}?${result.value.query}`);
}
