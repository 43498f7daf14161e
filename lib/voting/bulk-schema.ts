import { z } from "zod";

import { castSchema } from "./schema";
import { CHOICES } from "./types";

/** So many at once; more than a list shows. */
export const MAX_AT_ONCE = 500;

export const castVotesSchema = z.object({
  marks: z
    .array(
      castSchema.extend({
        choice: z.enum([...CHOICES, "withdraw"], { error: "Choose adopt, investigate or ignore." }),
      }),
    )
    .min(1, { error: "Nothing is selected. Select announcements, then mark them." })
    .max(MAX_AT_ONCE, { error: `Mark at most ${MAX_AT_ONCE} announcements at once. Select fewer and mark again.` }),
});

/** What is wanted of each announcement; a note that is given replaces the stored one, as undo does. */
export type CastVotesInput = {
  marks: readonly { announcementId: string; choice: string; note?: string | undefined }[];
};
