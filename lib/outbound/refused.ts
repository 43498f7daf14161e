import type { Problem } from "@/lib/errors/problem";

/** Carries a problem through what can only throw: a look-up, a stream. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}
