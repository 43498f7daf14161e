import { z } from "zod";

import { oneLine } from "@/lib/text/one-line";

/** A conference's name heads pages and tabs. */
const MAX_NAME = 100;

const EMPTY = "Give the conference a name, with its year.";
const DAY = "Choose a day, or leave it empty.";

/** An empty date field is a day that is not known. */
const day = z
  .string()
  .trim()
  .transform((text) => text || null)
  .pipe(z.iso.date(DAY).nullable());

export const createConferenceSchema = z
  .object({
    name: z
      .string({ error: EMPTY })
      .transform(oneLine)
      .pipe(z.string().min(1, EMPTY).max(MAX_NAME, `Use at most ${MAX_NAME} characters.`)),
    startsOn: day,
    endsOn: day,
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || startsOn !== null, {
    path: ["startsOn"],
    error: "Give the first day as well.",
  })
  .refine(({ startsOn, endsOn }) => startsOn === null || endsOn === null || startsOn <= endsOn, {
    path: ["endsOn"],
    error: "The last day is before the first.",
  });

export type CreateConferenceInput = z.input<typeof createConferenceSchema>;
