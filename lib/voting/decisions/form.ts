import { typedValues } from "@/lib/errors/form";

import type { Decision } from "./decision";
import type { SettleInput, SettleManyInput } from "./schema";
import { formatTarget } from "./target";

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

/** Values of a form's fields by name. */
export type FieldValues = Readonly<Record<string, string | undefined>>;

/** What stands as the fields of a form show it. */
export function fieldsOf(decision: Decision | null): FieldValues {
  if (!decision) return {};
  const { choice, reason, owner, target, effort, effortDays, reopenWhen, reopenOn } = decision;
  return {
    choice,
    reason,
    owner: owner?.personId,
    target: target ? (target.isQuarter ? formatTarget(target) : target.on) : undefined,
    effort: effort ?? undefined,
    days: effortDays === null ? undefined : String(effortDays),
    reopenWhen,
    reopenOn: reopenOn ?? undefined,
  };
}
