import { z } from "zod";

import { isSlug } from "@/lib/text/slug";
import { oneLine } from "@/lib/text/one-line";

import { SHARE_KINDS } from "../export/types";

/** A label tells links apart in a list. */
export const MAX_LABEL = 80;

/** A filter and the options of a few formats; more is no address of ours. */
const MAX_QUERY = 2_000;

export const createShareSchema = z.object({
  /** The conference's slug. */
  conference: z.string().refine(isSlug),
  kind: z.enum(SHARE_KINDS, { error: "Choose what the link shows." }),
  label: z
    .string()
    .transform(oneLine)
    .pipe(z.string().max(MAX_LABEL, `Use at most ${MAX_LABEL} characters.`)),
  /** The last day on which it works, YYYY-MM-DD in UTC, or "never" for no end. */
  until: z.string().trim(),
  showsPeople: z.boolean(),
  showsNotes: z.boolean(),
  /** Filter and options, as the query of an export's address. */
  query: z.string().max(MAX_QUERY, "The filter is too long. Open the shortlist again and choose it there."),
});
export type CreateShareInput = Omit<z.input<typeof createShareSchema>, "kind"> & { kind: string };

export const revokeShareSchema = z.object({ id: z.uuid() });
export type RevokeShareInput = z.input<typeof revokeShareSchema>;
