import { z } from "zod";

import { cleanNote, noteLength } from "@/lib/voting/note";

/** Four printed pages: room for an argument with its figures, and fifty of them are still one page of a thread. */
export const MAX_COMMENT_LENGTH = 10_000;

const COUNT = new Intl.NumberFormat("en");
// Spaces, and what only joins or directs other characters, say nothing by themselves.
const VISIBLE = /[^\s\p{Cf}]/u;

const body = z
  .string({ error: "Write the comment first." })
  .transform(cleanNote)
  .refine((text) => VISIBLE.test(text), "Write the comment first.")
  .refine((text) => noteLength(text) <= MAX_COMMENT_LENGTH, {
    error: ({ input }) =>
      `The comment has ${COUNT.format(noteLength(String(input)))} characters and can have ${COUNT.format(MAX_COMMENT_LENGTH)}. Shorten it, or send it in two.`,
  });

export const addCommentSchema = z.object({
  /** Made with the form, so that sending it twice stores one comment. */
  id: z.guid(),
  announcementId: z.guid(),
  body,
});
export type AddCommentInput = z.input<typeof addCommentSchema>;

export const editCommentSchema = z.object({ id: z.guid(), body });
export type EditCommentInput = z.input<typeof editCommentSchema>;

export const deleteCommentSchema = z.object({ id: z.guid() });
export type DeleteCommentInput = z.input<typeof deleteCommentSchema>;
