import { z } from "zod";

import { cleanNote, noteLength } from "../note";
import { CHOICES } from "../types";

import { DELIVERIES, EFFORTS, type Effort, type Target } from "./decision";
import { isDay, parseTarget } from "./target";

/** One printed page: a reason is read by whoever asks in a year why it was done. */
export const MAX_REASON_LENGTH = 2_000;

/** Two or three sentences: what would have to change in the world. */
export const MAX_REOPEN_WHEN_LENGTH = 500;

/** Forty years of one person. */
const MAX_DAYS = 10_000;

/** So many are decided at once; more than a list shows. */
export const MAX_DECIDED_AT_ONCE = 500;

const COUNT = new Intl.NumberFormat("en");

/** When the decision that the form showed was made, as ISO 8601; null when it showed none. */
const was = z.iso.datetime().nullable().catch(null);

/** A field that may be left out is as one that was left empty. */
const field = z.string().trim().default("");

/** What is settled, as a form has it. */
const content = {
  choice: z.string().pipe(z.enum(CHOICES, { error: "Choose adopt, investigate or ignore, then decide." })),
  reason: words("reason", MAX_REASON_LENGTH, "decide"),
  /** The id of a member of the team; nobody when it is empty. */
  owner: field
    .refine((typed) => typed === "" || z.guid().safeParse(typed).success, { error: () => NO_OWNER })
    .transform((typed) => typed || null),
  target: field.transform((typed, context): Target | null => {
    const target = typed === "" ? null : parseTarget(typed);
    if (target === undefined) context.addIssue({ code: "custom", message: NO_TARGET });
    return target ?? null;
  }),
  effort: field.transform((typed, context): Effort | null => {
    const effort = EFFORTS.find((one) => one === typed.toUpperCase());
    if (!effort && typed !== "") context.addIssue({ code: "custom", message: "Choose S, M, L or XL, or no effort." });
    return effort ?? null;
  }),
  days: field.transform((typed, context) => {
    const days = typed === "" ? null : parseDays(typed);
    if (days === undefined) context.addIssue({ code: "custom", message: NO_DAYS });
    return days ?? null;
  }),
  reopenWhen: words("condition to reopen", MAX_REOPEN_WHEN_LENGTH, "decide"),
  reopenOn: day("Write the day to look again as 2021-03-15, or leave it empty."),
};

export const settleSchema = z.object({ announcementId: z.guid(), was, ...content });
export type SettleInput = z.input<typeof settleSchema>;

export const settleManySchema = z.object({
  items: z
    .array(
      z.object({
        announcementId: z.guid({
          error: "Something selected is not an announcement. Load the page again and select anew.",
        }),
        was,
      }),
    )
    .min(1, { error: "Nothing is selected. Select announcements, then decide." })
    .max(MAX_DECIDED_AT_ONCE, {
      error: `Decide at most ${MAX_DECIDED_AT_ONCE} announcements at once. Select fewer and decide again.`,
    }),
  ...content,
});
export type SettleManyInput = Omit<z.input<typeof settleManySchema>, "items"> & {
  items: readonly { announcementId: string; was: string | null }[];
};

export const reopenSchema = z.object({
  announcementId: z.guid(),
  was,
  why: words("reason", MAX_REASON_LENGTH, "reopen"),
});
export type ReopenInput = z.input<typeof reopenSchema>;

const delivery = z.string().pipe(z.enum(DELIVERIES, { error: "Choose planned, started, done or dropped." }));

export const deliverySchema = z.object({
  announcementId: z.guid(),
  /** The delivery that the form showed. */
  was: delivery,
  delivery,
  /** Since when; today when it is empty. */
  on: day("Write the day as 2021-03-15, or leave it empty for today.").refine(
    (on) => on === null || on <= dayFromNow(1),
    { error: "The day lies ahead. Write the day it came to be so, or leave it empty for today." },
  ),
});
export type DeliveryInput = z.input<typeof deliverySchema>;

/** A day of UTC, YYYY-MM-DD, so many days from now: clocks of the world are up to a day ahead of it. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Working days as people write them, in halves: "3", "2.5", "2,5"; undefined for anything else, nought among it. */
export function parseDays(typed: string): number | undefined {
  // "1,000" is a thousand to some and one to others, and therefore not read.
  if (!/^\d{1,5}(?:[.,][05]0?)?$/.test(typed)) return undefined;
  const days = Number(typed.replace(",", "."));
  return days > 0 && days <= MAX_DAYS ? days : undefined;
}

function words(what: string, most: number, verb: string) {
  return z
    .string()
    .default("")
    .transform(cleanNote)
    .refine((text) => noteLength(text) <= most, {
      error: ({ input }) =>
        `The ${what} has ${COUNT.format(noteLength(String(input)))} characters and can have ${COUNT.format(most)}. Shorten it and ${verb} again.`,
    });
}

function day(sentence: string) {
  return field.refine((typed) => typed === "" || isDay(typed), { error: sentence }).transform((typed) => typed || null);
}

/** Why somebody cannot be made the owner. */
export const NO_OWNER = "The owner is not in the team. Choose one of its members, or nobody.";

const NO_TARGET = "Write the target as a quarter, Q1 2021, or as a day, 2021-03-15, or leave it empty.";
const NO_DAYS = `Write the days as a number up to ${COUNT.format(MAX_DAYS)} in halves, 2 or 2.5, or leave them empty.`;
