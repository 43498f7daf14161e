import type { CastVotesInput } from "./bulk-schema";

/**
 * Reads a form that marks many: `marks` is what to do with every selected one, "adopt" to "withdraw", and `select` names
 * each. Undo gives each its own, `each` as "announcement:choice", and `note:announcement` a note to restore. Null for a form
 * that marks one.
 */
export function readBulkForm(form: FormData): CastVotesInput | null {
  const [choice] = texts(form, "marks");
  if (choice !== undefined)
    return { marks: texts(form, "select").map((announcementId) => ({ announcementId, choice })) };
  const each = texts(form, "each");
  if (each.length === 0) return null;
  return {
    marks: each.map((wanted) => {
      const [announcementId = "", own = ""] = wanted.split(":");
      return { announcementId, choice: own, note: texts(form, `note:${announcementId}`)[0] };
    }),
  };
}

function texts(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === "string");
}
