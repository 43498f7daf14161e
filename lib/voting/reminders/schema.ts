import { z } from "zod";

import { isSlug } from "@/lib/text/slug";

/** As many as the page of the team names. */
const MAX_PEOPLE = 100;

/** Whom to ask for the marks of which conference; everybody who has something left when nobody is named. */
export const remindSchema = z.object({
  conference: z.string().refine(isSlug),
  personIds: z.array(z.uuid()).max(MAX_PEOPLE, `Remind at most ${MAX_PEOPLE} people at once.`).optional(),
});
export type RemindInput = z.input<typeof remindSchema>;
