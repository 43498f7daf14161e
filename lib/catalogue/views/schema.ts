import { z } from "zod";

import { oneLine } from "@/lib/text/one-line";

import { boardQuery } from "../board/filter";
import { parseBoardFilter } from "../board/parse-filter";

/** A name stands in a row of tabs. */
const MAX_NAME = 40;
/** Views of one person in a team, and of the team itself: a row of tabs, not a list to search. */
export const MAX_VIEWS = 20;
/** Longer query strings than any board writes. */
const MAX_QUERY = 8_000;

const EMPTY = "Give the view a name.";

const name = z
  .string({ error: EMPTY })
  .transform(oneLine)
  .refine((text) => /[^\s\p{Cf}]/u.test(text), EMPTY)
  // By characters as the database counts them.
  .refine((text) => Array.from(text).length <= MAX_NAME, `Use at most ${MAX_NAME} characters.`);

export const saveViewSchema = z.object({
  name,
  /** As it is in the address; what of it makes no sense is left out, and where the list was read up to as well. */
  query: z.string().max(MAX_QUERY).transform(normalQuery),
  isShared: z.boolean(),
});
export type SaveViewInput = z.input<typeof saveViewSchema>;

export const renameViewSchema = z.object({ id: z.guid(), name });
export type RenameViewInput = z.input<typeof renameViewSchema>;

export const viewIdSchema = z.object({ id: z.guid() });
export type ViewIdInput = z.input<typeof viewIdSchema>;

/** One query string for one filter, whatever the order it was written in. */
export function normalQuery(query: string): string {
  const given = new URLSearchParams(query);
  const params = Object.fromEntries([...new Set(given.keys())].map((key) => [key, given.getAll(key)]));
  return boardQuery({ ...parseBoardFilter(params), after: null });
}
