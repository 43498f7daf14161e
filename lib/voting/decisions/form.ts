import { typedValues } from "@/lib/errors/form";

import type { SettleInput, SettleManyInput } from "./schema";

/** An announcement that is selected to be decided, and when what stands there was decided; null while nothing does. */
export type Selected = { id: string; title: string; was: string | null };

/** The name of the fields that say what is selected; each holds an announcement as `selectedValue` writes it. */
export const SELECTED = "item";

/** A selected announcement as the value of a field; `readDecideMany` reads it back. */
export function selectedValue({ id, was }: Pick<Selected, "id" | "was">): string {
  return was === null ? id : `${id}|${was}`;
}

/** What a form settles, whatever it settles it of; fields that it does not have are empty. */
export function readSettled(form: FormData): Omit<SettleInput, "announcementId" | "was"> {
  const { choice = "", reason, owner, target, effort, days, reopenWhen, reopenOn } = typedValues(form);
  return { choice, reason, owner, target, effort, days, reopenWhen, reopenOn };
}

/** What a form settles of one announcement. */
export function readSettleForm(form: FormData): SettleInput {
  const { announcementId = "", was = "" } = typedValues(form);
  return { announcementId, was: was || null, ...readSettled(form) };
}

/** What a form settles of everything that is selected in it. */
export function readDecideMany(form: FormData): SettleManyInput {
  const selected = form.getAll(SELECTED).filter((value) => typeof value === "string");
  const items = selected.map((value) => {
    const [announcementId = "", was = ""] = value.split("|");
    return { announcementId, was: was || null };
  });
  return { items, ...readSettled(form) };
}
