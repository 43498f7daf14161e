import type { z } from "zod";

import { refuse, type Result } from "@/lib/errors/problem";

/** Problems that are named; of the rest there is only the number. */
export const NAMED_PROBLEMS = 10;

/** What is wrong with a file, the first of it by path: "votes[12].choice". */
export class Problems {
  readonly named: { path: string; message: string }[] = [];
  total = 0;

  add(path: string, message: string, count = 1): void {
    this.total += count;
    if (this.named.length < NAMED_PROBLEMS) this.named.push({ path, message });
  }

  /** Adds what a schema says of the value at a path, of each place the first. */
  addIssues(path: string, issues: readonly z.core.$ZodIssue[]): void {
    const places = new Map(issues.toReversed().map((issue) => [pathOf(path, issue.path), issue.message]));
    for (const [place, message] of [...places].toReversed()) this.add(place, message);
  }

  /** The refusal: the first problem as its sentence, the named ones by path, and how many more there are. */
  refusal(): Result<never> {
    const [first] = this.named;
    if (!first) throw new Error("Nothing is wrong.");
    const more = this.total - this.named.length;
    const fields = Object.fromEntries(this.named.map(({ path, message }) => [path, sentenceOf(path, message)]));
    const others = more > 0 ? ` There are ${more} more problems than are named.` : "";
    return refuse("invalid", `${sentenceOf(first.path, first.message)} Nothing was written.${others}`, { fields });
  }
}

/** What is a sentence already stands by itself; the rest is said of its path. */
function sentenceOf(path: string, message: string): string {
  return /^\p{Lu}/u.test(message) ? message : `${path} ${message}.`;
}

/** How zod's own findings are said; those of our schemas have their words already. */
export function sayIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return "is missing";
  if (issue.code === "invalid_type") return `must be ${TYPES[issue.expected] ?? issue.expected}`;
  if (issue.code === "invalid_value") return `must be ${anyOf(issue.values.map(String))}`;
  if (issue.code === "unrecognized_keys") return `has what Debrief does not know: ${issue.keys.slice(0, 3).join(", ")}`;
  if (issue.code === "too_big") return `is more than ${issue.maximum}`;
  if (issue.code === "too_small") return `is less than ${issue.minimum}`;
  return undefined;
}

const TYPES: Partial<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  null: "null",
};

/** Of a long list only the beginning: the others stand in docs/transfer-format.md. */
function anyOf(values: readonly string[]): string {
  if (values.length > 5) return `one of ${values.length} words such as ${values.slice(0, 3).join(", ")}`;
  const last = values.at(-1) ?? "";
  return values.length > 1 ? `${values.slice(0, -1).join(", ")} or ${last}` : last;
}

function pathOf(start: string, keys: readonly PropertyKey[]): string {
  return keys.reduce<string>(
    (path, key) => (typeof key === "number" ? `${path}[${key}]` : `${path}.${String(key)}`),
    start,
  );
}
