import type { Choice, Lean } from "./types";

/** What a lead settled for a team. */
export type Decision = {
  choice: Choice;
  reason: string;
  by: { personId: string; name: string };
  /** ISO 8601, UTC. */
  at: string;
};

/** The choice that most of a team made when deciding `choice` goes against it; null when it does not, or they are split. */
export function overruled(choice: Choice, lean: Lean | null): Choice | null {
  return lean === null || lean === "split" || lean === choice ? null : lean;
}
