import { z } from "zod";

/** What a form says was read. */
export const seenSchema = z.object({
  /** The newest notice that was shown; those before it count as seen with it. */
  upTo: z.string().regex(/^\d{1,18}$/),
  /** Only those of this conference; all of the team's when it is not given. */
  conference: z.string().nullable(),
});
export type SeenInput = z.input<typeof seenSchema>;
