"use server";

import { redirect } from "next/navigation";

import { typedValues, type FormState } from "@/lib/errors/form";
import { refuseNotFound } from "@/lib/errors/problem";
import { sessionResult } from "@/lib/identity/gates";

import { viewerOfImport } from "../access";

import { retryReading } from "./commands";

/** Has an import read again whose reading ended, and shows how far it is. */
export async function retry(_: FormState, form: FormData): Promise<FormState> {
  const { importId = "" } = typedValues(form);
  const session = await sessionResult();
  if (!session.ok) return { problem: session.problem };
  const viewer = await viewerOfImport(session.value, importId);
  const result = viewer ? await retryReading(viewer, importId) : refuseNotFound("import");
  if (!result.ok) return { problem: result.problem };
  redirect(`/imports/${encodeURIComponent(importId)}`);
}
