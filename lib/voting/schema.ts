import { z } from "zod";

import { cleanNote, MAX_NOTE_LENGTH, noteLength } from "./note";
import { CHOICES } from "./types";

const COUNT = new Intl.NumberFormat("en");

const note = z
  .string()
  .transform(cleanNote)
  .refine((text) => noteLength(text) <= MAX_NOTE_LENGTH, {
    error: ({ input }) =>
      `The note has ${COUNT.format(noteLength(String(input)))} characters and can have ${COUNT.format(MAX_NOTE_LENGTH)}. Shorten it and save again.`,
  });

const announcementId = z.guid({ error: "Name an announcement." });

export const castSchema = z.object({
  announcementId,
  choice: z.enum(CHOICES, { error: "Choose adopt, investigate or ignore." }),
  note: note.optional(),
});
/** A choice comes from a form as any text. */
export type CastInput = Omit<z.input<typeof castSchema>, "choice"> & { choice: string };

export const withdrawSchema = z.object({ announcementId });
export type WithdrawInput = z.input<typeof withdrawSchema>;

export const saveNoteSchema = z.object({
  announcementId,
  note,
  /** The note the form was filled with, so that a stale form cannot overwrite a newer text unseen. */
  was: z.string().transform(cleanNote),
});
export type SaveNoteInput = z.input<typeof saveNoteSchema>;
