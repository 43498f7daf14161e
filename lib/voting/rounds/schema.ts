import { z } from "zod";

import { timeZoneOf } from "./time-zone";

/** More members than a team can have; a quorum beyond it is a slip. */
const MAX_QUORUM = 100_000;

/** The conference of a round, as its address names it. */
const conference = z.string().regex(/^[a-z0-9-]{1,300}$/);

/** Raised by every change of a round: which state of it the form showed. */
const was = z.coerce.number().int().nonnegative().max(2_147_483_647).catch(0);

const terms = {
  conference,
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "Choose the day on which it closes."),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Choose the hour at which it closes, such as 17:00."),
  timeZone: z
    .string()
    .transform(timeZoneOf)
    .pipe(z.string({ error: "Choose the time zone of the closing time." })),
  quorum: z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, "Say the quorum as a whole number.")
    .transform(Number)
    .pipe(z.number().max(MAX_QUORUM, "Say a smaller quorum.")),
  isBlind: z.boolean(),
};

/** How a round is run, as a form says it: the closing time as clocks of its zone show it. */
export const openRoundSchema = z.object(terms);
export type OpenRoundInput = z.input<typeof openRoundSchema>;

export const setRoundSchema = z.object({ ...terms, was });
export type SetRoundInput = Omit<z.input<typeof setRoundSchema>, "was"> & { was: string | number };

export const closeRoundSchema = z.object({ conference, was });
export type CloseRoundInput = Omit<z.input<typeof closeRoundSchema>, "was"> & { was: string | number };
