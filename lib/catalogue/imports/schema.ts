import { z } from "zod";

import { AVAILABILITIES, CATEGORIES } from "@/lib/recap/types";
import { oneLine } from "@/lib/text/one-line";

export const MAX_TITLE = 200;
export const MAX_SERVICES = 12;
const MAX_SERVICE_NAME = 80;

const conferenceName = z
  .string()
  .transform(oneLine)
  .pipe(z.string().max(MAX_TITLE, `The name is longer than ${MAX_TITLE} characters. Shorten it.`))
  .optional();

/** What is read in, for which conference: one that is here, or a new one. Bytes are an uploaded file's. */
export const createImportSchema = z
  .object({
    conferenceSlug: z.string().trim().optional(),
    newConferenceName: conferenceName,
    text: z.string().optional(),
    file: z.object({ name: z.string().max(255), bytes: z.instanceof(Uint8Array) }).optional(),
  })
  .superRefine(({ conferenceSlug, newConferenceName, text, file }, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    const pasted = Boolean(text?.trim());
    if (pasted && file) refuse("file", "Paste the post or choose a file, not both. Remove one of them.");
    if (!pasted && !file) refuse("text", "Nothing to read yet. Paste the post or choose a file.");
    if (conferenceSlug && newConferenceName) {
      refuse("conferenceSlug", "Choose a conference or name a new one, not both.");
    }
    if (!conferenceSlug && !newConferenceName) {
      refuse("conferenceSlug", "Choose the conference the post is about, or name a new one.");
    }
  });

const title = z
  .string()
  .transform(oneLine)
  .pipe(
    z
      .string()
      .min(1, "An announcement needs a title.")
      .max(MAX_TITLE, `The title is longer than ${MAX_TITLE} characters. Shorten it.`),
  );

const services = z
  .array(
    z
      .string()
      .transform(oneLine)
      .pipe(
        z
          .string()
          .min(1, "A service needs a name.")
          .max(MAX_SERVICE_NAME, `A service name is longer than ${MAX_SERVICE_NAME} characters. Shorten it.`),
      ),
  )
  .max(MAX_SERVICES, `More than ${MAX_SERVICES} services. Keep those it is about.`);

/**
 * A change to a candidate. `accept` merges it with what it matches and creates it otherwise; what is left out stays as
 * it is. `version` is the one the person saw.
 */
export const resolveCandidateSchema = z.object({
  candidateId: z.uuid(),
  version: z.int(),
  resolution: z.enum(["accept", "create", "merge", "skip", "open"]),
  /** Null for no match. */
  announcementId: z.uuid("Choose the announcement from the list.").nullable().optional(),
  title: title.optional(),
  category: z.enum(CATEGORIES, "Choose a category from the list.").optional(),
  availability: z.enum(AVAILABILITIES, "Choose an availability from the list.").optional(),
  services: services.optional(),
});

export const resolveAllSchema = z.object({ above: z.number().min(0).max(1) });

/** A year's feed holds fewer. */
const MAX_AT_ONCE = 20_000;

export const answeredSchema = z.array(z.object({ candidateId: z.uuid(), version: z.int() })).max(MAX_AT_ONCE);

export type CreateImportInput = z.input<typeof createImportSchema>;
export type ResolveCandidateInput = z.input<typeof resolveCandidateSchema>;

/** The same before it is checked, as a form gives it. */
export type UncheckedResolution = { [Name in keyof ResolveCandidateInput]: unknown };
