import type { z } from "zod";

import { ok, refuseInvalid, refuseNotFound, type Result } from "./problem";

/**
 * A command's input as its schema gives it, else a refusal. `ids` says what each id field names ("announcement"): what is
 * no id at all names nothing, and is answered like one that is not there.
 */
export function parseInput<S extends z.ZodObject>(
  schema: S,
  input: unknown,
  ids: Readonly<Record<string, string>>,
): Result<z.output<S>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const wrong = parsed.error.issues.map(({ path }) => String(path[0]));
  const [, noun] = Object.entries(ids).find(([field]) => wrong.includes(field)) ?? [];
  return noun ? refuseNotFound(noun) : refuseInvalid(parsed.error);
}
