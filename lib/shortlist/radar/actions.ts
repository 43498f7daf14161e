"use server";

import { refresh } from "next/cache";

import { formState, typedValues, type FormState } from "@/lib/errors/form";
import { teamViewerResult } from "@/lib/identity/gates";
import { CATEGORIES } from "@/lib/recap/types";

import { arrangeQuadrants } from "./commands";
import { DEFAULT_QUADRANTS } from "./quadrants";

/** Stores how the radar is arranged, as typed or, where the default is `wanted`, as the program does it. */
export async function arrangeByForm(_: FormState, form: FormData): Promise<FormState> {
  const typed = typedValues(form);
  const { team = "", was = "" } = typed;
  const isDefault = typed.wanted === "default";
  const viewer = await teamViewerResult(team);
  if (!viewer.ok) return formState(viewer, form, "");
  const wanted = isDefault ? DEFAULT_QUADRANTS : typedQuadrants(typed);
  const result = await arrangeQuadrants(viewer.value, { ...wanted, was });
  // A conflict shows what stands.
  if (result.ok || result.problem.kind === "conflict") refresh();
  return formState(result, form, isDefault ? "Stored: the quadrants are as they came." : "Stored.");
}

function typedQuadrants(typed: Readonly<Record<string, string>>) {
  return {
    names: [0, 1, 2, 3].map((quadrant) => typed[`names.${quadrant}`] ?? ""),
    of: Object.fromEntries(CATEGORIES.map((category) => [category, typed[`of.${category}`] ?? ""])),
  };
}
