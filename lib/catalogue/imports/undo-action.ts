"use server";

import { redirect } from "next/navigation";

import { typedValues, type FormState } from "@/lib/errors/form";
import { sessionResult } from "@/lib/identity/gates";
import { refuseNotFound } from "@/lib/errors/problem";

import { viewerOfImport } from "./access";
import { undoPublish } from "./undo-publish";

/** Takes a publication back and shows the review, which tells what stays. */
export async function undo(_: FormState, form: FormData): Promise<FormState> {
  const { importId = "" } = typedValues(form);
  const session = await sessionResult();
  if (!session.ok) return { problem: session.problem };
  const viewer = await viewerOfImport(session.value, importId);
  const result = viewer ? await undoPublish(viewer, importId) : refuseNotFound("import");
  if (!result.ok) return { problem: result.problem };
  redirect(`/imports/${encodeURIComponent(importId)}?undone=${result.value.removed}`);
}
