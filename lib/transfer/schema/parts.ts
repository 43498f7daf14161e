import { z } from "zod";

import { noteLength } from "@/lib/voting/note";

/** A clock that runs ahead is forgiven this much. */
const AHEAD = 24 * 60 * 60 * 1000;

/** PostgreSQL keeps neither NUL nor half a surrogate pair. */
const UNSTORABLE = /\p{Surrogate}|\0/u;

const COUNT = new Intl.NumberFormat("en");

/** The id of a row: a UUID. */
export const id = z.guid("must be a UUID, as Debrief writes it").transform((given) => given.toLowerCase());

/** An address of a page, as slugs are made. */
export const slug = z.string().regex(/^[a-z0-9-]{1,300}$/, "must be lower-case letters, digits and hyphens");

/** A text that the database takes, of at most so many characters. */
export function text(longest: number) {
  return z
    .string()
    .refine((given) => !UNSTORABLE.test(given), "has characters that are no text")
    .refine((given) => noteLength(given) <= longest, {
      error: ({ input }) =>
        `has ${COUNT.format(noteLength(String(input)))} characters and can have ${COUNT.format(longest)}`,
    });
}

/** The same, with something in it. */
export function line(longest: number) {
  return text(longest).refine((given) => given.trim() !== "", "is empty");
}

/** When something was done: ISO 8601 in UTC, not in the future. */
export const moment = z.iso
  .datetime("must be a time such as 2021-01-04T11:20:00.000Z")
  .refine((given) => given >= "1970", "must be a time from 1970 on")
  .refine((given) => Date.parse(given) <= Date.now() + AHEAD, "lies in the future");

/** When something is to be: a moment that may lie ahead. */
export const anyMoment = z.iso
  .datetime("must be a time such as 2021-01-04T11:20:00.000Z")
  .refine((given) => given >= "1970", "must be a time from 1970 on");

/** A day of the calendar. */
export const day = z.iso
  .date("must be a day such as 2021-03-15")
  .refine((given) => given >= "1900", "must be a day from 1900 on");
