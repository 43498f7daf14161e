import { ok, refuse, type Result } from "@/lib/errors/problem";

import type { CastInput, SaveNoteInput, WithdrawInput } from "./schema";

/** What a posted form asks for. Each part is checked by the command that it goes to. */
export type MarkRequest =
  | { kind: "cast"; input: CastInput }
  | { kind: "cast-and-note"; input: CastInput; note: SaveNoteInput }
  | { kind: "withdraw"; input: WithdrawInput }
  | { kind: "note"; input: SaveNoteInput };

/**
 * Reads the fields of a marking form: `mark` is "announcement:choice" or "announcement:withdraw", so that one form round
 * a whole list serves the buttons of every row; a note alone is `announcementId`, `note` and `was`. A mark with `note`
 * and `was` stores the mark first and then the note; with `note` alone it replaces the note, which is how undo restores.
 */
export function readMarkForm(form: FormData): Result<MarkRequest> {
  const mark = text(form, "mark");
  const note = text(form, "note");
  const was = text(form, "was");
  if (mark === undefined) {
    const announcementId = text(form, "announcementId");
    if (announcementId === undefined || note === undefined) return refuse("invalid", NOTHING);
    return ok({ kind: "note", input: { announcementId, note, was: was ?? "" } });
  }
  const [announcementId = "", choice = ""] = mark.split(":");
  if (choice === "withdraw") return ok({ kind: "withdraw", input: { announcementId } });
  if (note === undefined || was === undefined) return ok({ kind: "cast", input: { announcementId, choice, note } });
  return ok({
    kind: "cast-and-note",
    input: { announcementId, choice },
    note: { announcementId, note, was },
  });
}

const NOTHING = "Nothing was marked. Choose adopt, investigate or ignore.";

function text(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === "string" ? value : undefined;
}
