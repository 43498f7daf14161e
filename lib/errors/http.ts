import type { Problem, ProblemKind } from "./problem";

const STATUS: Record<ProblemKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  "rate-limited": 429,
};

const TITLE: Record<ProblemKind, string> = {
  invalid: "Not valid",
  unauthenticated: "Signed out",
  forbidden: "Not allowed",
  "not-found": "Not found",
  conflict: "Changed meanwhile",
  "too-large": "Too large",
  "rate-limited": "Too many tries",
};

/** The HTTP status of a problem. */
export function statusOf(problem: Problem): number {
  return STATUS[problem.kind];
}

/** A problem as `application/problem+json`, RFC 9457, with the sentences by field, a stored text and when a round closed as
 * extension members. */
export function problemResponse(problem: Problem): Response {
  const status = statusOf(problem);
  const body = {
    type: "about:blank",
    title: TITLE[problem.kind],
    status,
    detail: problem.message,
    ...(problem.fields && { fields: problem.fields }),
    ...(problem.stored !== undefined && { stored: problem.stored }),
    ...(problem.closedAt && { closedAt: problem.closedAt }),
  };
  return Response.json(body, {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...(problem.retryAfter && { "Retry-After": String(problem.retryAfter) }),
    },
  });
}
