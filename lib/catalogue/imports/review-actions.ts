"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";

import { formState, typedValues, type FormState } from "@/lib/errors/form";
import type { Problem } from "@/lib/errors/problem";

import { importViewerResult } from "./access";
import { addCandidate, type AddCandidateInput } from "./add-candidate";
import { reopenAll, resolveAll, type Answered } from "./review-commands";
import type { Resolved } from "./types";

/** What was accepted together, so that it can be taken back. */
export type AcceptedState = FormState & { answered?: Answered };

/** Accepts all open candidates of an import from a confidence on. */
export async function acceptAbove(_: AcceptedState, form: FormData): Promise<AcceptedState> {
  const { importId = "", above } = typedValues(form);
  const viewer = await importViewerResult(importId);
  const result = viewer.ok ? await resolveAll(viewer.value, importId, { above: Number(above) }) : viewer;
  if (!result.ok) return { problem: result.problem };
  refresh();
  const { accepted, suggested } = result.value;
  const rest =
    suggested === 1 ? " 1 only looks alike: check its match." : ` ${suggested} only look alike: check their match.`;
  return { done: `${accepted.length} accepted.${suggested > 0 ? rest : ""}`, answered: accepted };
}

/** Opens again what was accepted together; answers why it did not. */
export async function takeBack(importId: string, answered: Answered): Promise<Problem | null> {
  const viewer = await importViewerResult(importId);
  const result = viewer.ok ? await reopenAll(viewer.value, importId, answered) : viewer;
  if (!result.ok) return result.problem;
  refresh();
  return null;
}

/** A place in the post, or its words; the title when it is another. */
export type Pointed = Omit<AddCandidateInput, "importId">;

/** Adds what somebody points at in the post, for the page that patches itself. */
export async function addPointed(importId: string, pointed: Pointed): Promise<Resolved> {
  const viewer = await importViewerResult(importId);
  const result = viewer.ok ? await addCandidate(viewer.value, { ...pointed, importId }) : viewer;
  if (!result.ok) return { problem: result.problem, candidate: null };
  refresh();
  return { problem: null, candidate: result.value };
}

/** The same for a form posted without JavaScript: goes on to it; what was typed comes back with a refusal. */
export async function addByForm(_: FormState, form: FormData): Promise<FormState> {
  const { importId = "", words, title } = typedValues(form);
  const viewer = await importViewerResult(importId);
  const result = viewer.ok ? await addCandidate(viewer.value, { importId, words, title }) : viewer;
  if (!result.ok) return formState(result, form, "");
  const { number } = result.value;
  redirect(`/imports/${encodeURIComponent(importId)}?candidate=${number}#c${number}`);
}
