import type { Choice, Lean } from "../types";

/** Sizes of work, smallest first, as teams say them before they know days. */
export const EFFORTS = ["S", "M", "L", "XL"] as const;
export type Effort = (typeof EFFORTS)[number];

/** What becomes of a decision, in the order in which it does. */
export const DELIVERIES = ["planned", "started", "done", "dropped"] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** The day something is meant to be done by, YYYY-MM-DD; of a quarter its last day. */
export type Target = { on: string; isQuarter: boolean };

/** Somebody a decision names. */
export type Named = { personId: string; name: string };

/** What a lead settled for a team. */
export type Decision = {
  choice: Choice;
  reason: string;
  by: Named;
  /** When what is settled last changed, ISO 8601 in UTC: whoever changes it says which one they saw. */
  at: string;
  /** Who carries it out. */
  owner: Named | null;
  target: Target | null;
  effort: Effort | null;
  /** Working days, to half a day. */
  effortDays: number | null;
  /** What would make the team look again at what it does not adopt: in words, and from which day (YYYY-MM-DD) on. */
  reopenWhen: string;
  reopenOn: string | null;
  delivery: Delivery;
  /** Since when delivery is what it is, YYYY-MM-DD; null until somebody says. */
  deliveryOn: string | null;
};

/** One line of a decision's history: what stood after it was settled or carried on, or was reopened, and who did it. */
export type DecisionEvent = Omit<Decision, "by"> & {
  kind: "settled" | "reopened" | "delivered";
  /** Who did it. */
  by: Named;
};

/** A decision, or a line of its history, as whoever may not know people is told it: without who. */
export type ToldDecision = Omit<Decision, "by"> & { by: Named | null };
export type ToldEvent = Omit<DecisionEvent, "by"> & { by: Named | null };

/** The choice that most of a team made when deciding `choice` goes against it; null when it does not, or they are split. */
export function overruled(choice: Choice, lean: Lean | null): Choice | null {
  return lean === null || lean === "split" || lean === choice ? null : lean;
}
