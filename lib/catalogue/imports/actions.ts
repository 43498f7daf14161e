"use server";

import { redirect } from "next/navigation";

import { formState, typedValues, type FormState } from "@/lib/errors/form";
import type { Problem, Result } from "@/lib/errors/problem";
import { teamViewerResult } from "@/lib/identity/gates";

import { importViewerResult } from "./access";
import { createImport } from "./create-import";
import { publishImport } from "./publish-import";
import { readCandidate } from "./queries";
import { resolutionFrom } from "./review-form";
import { discardImport, resolveCandidate } from "./review-commands";
import type { CreateImportInput } from "./schema";
import type { Resolved } from "./types";

/** Reads a pasted or chosen post in, and goes on to its review; what was typed comes back with a refusal. */
export async function readPostIn(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await teamViewerResult(field(form, "team"));
  if (!viewer.ok) return formState(viewer, form, "");
  const result = await createImport(viewer.value, {
    conferenceSlug: field(form, "conferenceSlug"),
    newConferenceName: field(form, "newConferenceName"),
    text: field(form, "text"),
    ...(await fileOf(form)),
  });
  if (!result.ok) return formState(result, form, "");
  redirect(`/imports/${result.value.importId}${result.value.before ? "?before=1" : ""}`);
}

/** A reviewer's answer as it was stored, for the page that patches itself; in a conflict, what is stored instead. */
export async function resolveInPlace(form: FormData): Promise<Resolved> {
  const viewer = await importViewerResult(field(form, "importId"));
  if (!viewer.ok) return { problem: viewer.problem, candidate: null };
  const result = await resolveCandidate(viewer.value, resolutionFrom(form));
  if (result.ok) return { problem: null, candidate: result.value };
  return { problem: result.problem, candidate: await readCandidate(viewer.value, field(form, "candidateId")) };
}

/** The same for a form posted without JavaScript: goes on to the next candidate. */
export async function resolveByForm(_: FormState, form: FormData): Promise<FormState> {
  const { problem } = await resolveInPlace(form);
  if (problem) return { problem, values: typedValues(form) };
  const next = field(form, "next");
  const anchor = `?candidate=${encodeURIComponent(next)}#c${encodeURIComponent(next)}`;
  redirect(`/imports/${encodeURIComponent(field(form, "importId"))}${next ? anchor : ""}`);
}

/** Publishes an import and shows its summary. */
export async function publish(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await importViewerResult(field(form, "importId"));
  const importId = field(form, "importId");
  const open = field(form, "open") === "accept" ? "accept" : "leave";
  const result = viewer.ok ? await publishImport(viewer.value, importId, { open }) : viewer;
  return afterwards(result, importId);
}

/** Discards an import and shows it so. */
export async function discard(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await importViewerResult(field(form, "importId"));
  const importId = field(form, "importId");
  return afterwards(viewer.ok ? await discardImport(viewer.value, importId) : viewer, importId);
}

function afterwards(result: Result<unknown>, importId: string): { problem: Problem } {
  if (!result.ok) return { problem: result.problem };
  redirect(`/imports/${encodeURIComponent(importId)}`);
}

async function fileOf(form: FormData): Promise<Pick<CreateImportInput, "file">> {
  const file = form.get("file");
  // A file field that was left alone is posted as a file without a name.
  if (!(file instanceof File) || file.name === "") return {};
  return { file: { name: file.name.slice(-255), bytes: new Uint8Array(await file.arrayBuffer()) } };
}

function field(form: FormData, name: string): string {
  return typedValues(form)[name] ?? "";
}
