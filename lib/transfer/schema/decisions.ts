import { z } from "zod";

import { CATEGORIES } from "@/lib/recap/types";
import { DELIVERIES, EFFORTS } from "@/lib/voting/decisions/decision";
import { parseTarget, quarterOf } from "@/lib/voting/decisions/target";
import { cleanNote } from "@/lib/voting/note";
import { CHOICES } from "@/lib/voting/types";

import { day, id, line, moment, text } from "./parts";

const words = text(2_000).transform(cleanNote);

const target = z
  .strictObject({ on: day, isQuarter: z.boolean() })
  .refine(({ on, isQuarter }) => !isQuarter || parseTarget(quarterOf(on))?.on === on, {
    path: ["on"],
    error: "must be the last day of its quarter",
  });

const settled = {
  announcement: id,
  choice: z.enum(CHOICES),
  reason: words,
  /** Who did it. */
  by: id,
  at: moment,
  owner: id.nullable(),
  target: target.nullable(),
  effort: z.enum(EFFORTS).nullable(),
  effortDays: z.number().positive().max(10_000).nullable(),
  reopenWhen: words,
  reopenOn: day.nullable(),
  delivery: z.enum(DELIVERIES),
  deliveryOn: day.nullable(),
};

/** What stands, at most one of an announcement. */
export const decisionSchema = z
  .strictObject({
    ...settled,
    /** The lead's order of a shortlist, lowest first. */
    place: z.number(),
  })
  .refine(({ choice, reopenWhen, reopenOn }) => choice !== "adopt" || (reopenWhen === "" && reopenOn === null), {
    path: ["reopenWhen"],
    error: "must be empty: what is adopted is not reopened by a condition",
  });
export type TransferDecision = z.output<typeof decisionSchema>;

/** One line of the history of decisions. */
export const decisionEventSchema = z.strictObject({ kind: z.enum(["settled", "reopened", "delivered"]), ...settled });
export type TransferDecisionEvent = z.output<typeof decisionEventSchema>;

const quadrant = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
const quadrantName = line(200);

/** How the team folds categories into quadrants; null where it does as the program does. */
export const radarSchema = z
  .strictObject({
    names: z.tuple([quadrantName, quadrantName, quadrantName, quadrantName]),
    quadrants: z.partialRecord(z.enum(CATEGORIES), quadrant),
  })
  .nullable();
export type TransferRadar = z.output<typeof radarSchema>;
