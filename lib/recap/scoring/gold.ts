import { z } from "zod";

import { ok, refuse, type Result } from "@/lib/errors/problem";

import { AVAILABILITIES, CATEGORIES } from "../types";

const labelSchema = z.object({
  name: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  url: z.string().nullish(),
  category: z.enum(CATEGORIES),
  alsoCategory: z.array(z.enum(CATEGORIES)).default([]),
  availability: z.enum(AVAILABILITIES),
  alsoAvailability: z.array(z.enum(AVAILABILITIES)).default([]),
  optional: z.boolean().default(false),
});
const goldSchema = z.object({
  post: z.string().min(1),
  split: z.string().default(""),
  negative: z.boolean().default(false),
  announcements: z.array(labelSchema),
  not: z.array(z.string()).default([]),
});

/** What a person says that a post announces, and the strings that tell it in a title. */
export type Label = z.infer<typeof labelSchema>;

/** The labels of one post; a negative one announces nothing. */
export type Gold = z.infer<typeof goldSchema>;

/** Reads the labels of one post; `name` is the file's, for the sentence that refuses it. */
export function readGold(name: string, text: string): Result<Gold> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse("invalid", `${name} is not JSON. Correct it, or take it out of the folder.`);
  }
  const parsed = goldSchema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.map(String).join(".")}` : "";
  return refuse("invalid", `${name} does not hold labels${where}: ${issue?.message ?? "it has another shape"}.`);
}
