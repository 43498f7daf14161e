import { z } from "zod";

import { cleanNote, noteLength } from "../note";
import { CHOICES } from "../types";

/** One printed page: a reason is read by whoever asks in a year why it was done. */
export const MAX_REASON_LENGTH = 2_000;

const COUNT = new Intl.NumberFormat("en");

/** When the decision that the form showed was made, as ISO 8601; null when it showed none. */
const was = z.iso.datetime().nullable().catch(null);

export const settleSchema = z.object({
  announcementId: z.guid(),
  choice: z.string().pipe(z.enum(CHOICES, { error: "Choose adopt, investigate or ignore, then decide." })),
  reason: z
    .string()
    .transform(cleanNote)
    .refine((text) => noteLength(text) <= MAX_REASON_LENGTH, {
      error: ({ input }) =>
        `The reason has ${COUNT.format(noteLength(String(input)))} characters and can have ${COUNT.format(MAX_REASON_LENGTH)}. Shorten it and decide again.`,
    }),
  was,
});
export type SettleInput = z.input<typeof settleSchema>;

export const reopenSchema = z.object({ announcementId: z.guid(), was });
export type ReopenInput = z.input<typeof reopenSchema>;
