import { z } from "zod";

export const mergeSchema = z.object({ keep: z.guid(), drop: z.guid() });
export type MergeInput = z.input<typeof mergeSchema>;

/** Numbered as PostgreSQL's bigint. */
export const undoMergeSchema = z.object({ mergeId: z.string().regex(/^[1-9]\d{0,17}$/) });
export type UndoMergeInput = z.input<typeof undoMergeSchema>;
