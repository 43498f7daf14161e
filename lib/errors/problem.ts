import type { ZodError } from "zod";

/** What a person can cause and is told about; anything else is a bug and is thrown. */
export type ProblemKind =
  "invalid" | "unauthenticated" | "forbidden" | "not-found" | "conflict" | "too-large" | "rate-limited";

export type Problem = {
  kind: ProblemKind;
  /** One sentence that says what to do. */
  message: string;
  /** Sentences by form field. */
  fields?: Record<string, string>;
  /** In a conflict over a text: the one that is stored, so that both can be shown. */
  stored?: string;
  /** When the round closed that this came too late for; ISO 8601, UTC. */
  closedAt?: string;
  /** Seconds after which trying again makes sense. */
  retryAfter?: number;
};

export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** A command's success. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A command's refusal: nothing was changed. */
export function refuse(
  kind: ProblemKind,
  message: string,
  more: Omit<Problem, "kind" | "message"> = {},
): Result<never> {
  return { ok: false, problem: { kind, message, ...more } };
}

/** Turns a failed parse into a refusal with one sentence for each field, the first of them as the message. */
export function refuseInvalid(error: ZodError): Result<never> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = issue.path.map(String).join(".") || "form";
    fields[field] ??= issue.message;
  }
  return refuse("invalid", Object.values(fields)[0] ?? "That could not be read.", { fields });
}

/** The one answer for what is not there and for what is another team's. */
export function refuseNotFound(what: string): Result<never> {
  return refuse("not-found", `There is no such ${what} here.`);
}
