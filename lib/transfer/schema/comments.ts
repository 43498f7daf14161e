import { z } from "zod";

import { MAX_COMMENT_LENGTH } from "@/lib/threads/schema";
import { cleanNote } from "@/lib/voting/note";

import { id, moment, text } from "./parts";

export const commentSchema = z
  .strictObject({
    id,
    announcement: id,
    author: id,
    body: text(MAX_COMMENT_LENGTH).transform(cleanNote),
    createdAt: moment,
    editedAt: moment.nullable(),
    /** A deleted comment leaves a trace, without its text. */
    deletedAt: moment.nullable(),
    deletedBy: id.nullable(),
  })
  .superRefine(({ body, deletedAt }, context) => {
    const refuse = (message: string) => context.addIssue({ code: "custom", path: ["body"], message });
    if (deletedAt === null && body === "") refuse("is empty");
    if (deletedAt !== null && body !== "") refuse("must be empty: the comment is deleted");
  });
export type TransferComment = z.output<typeof commentSchema>;
