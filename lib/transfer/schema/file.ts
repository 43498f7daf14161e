import { z } from "zod";

import { announcementSchema, conferenceSchema, serviceSchema, sourceSchema } from "./catalogue";
import { commentSchema } from "./comments";
import { decisionEventSchema, decisionSchema, radarSchema } from "./decisions";
import { line, moment, slug, text } from "./parts";
import { personSchema } from "./people";
import { roundSchema, voteEventSchema, voteSchema } from "./votes";

/** What this program writes, and the newest that it reads. */
export const VERSION = 1;

const named = z.strictObject({ slug, name: line(200) });

export const aboutSchema = z.strictObject({
  team: named,
  conference: named,
  /** The moment of which everything in the file is. */
  at: moment,
  /** The file always has everything. */
  filter: z.null(),
  /** Marks that are left out because a blind round was open and whoever wrote the file had not marked there. */
  hiddenMarks: z.int().min(0),
  /** The conference's page in the installation it comes from. */
  address: text(2_000),
});
export type TransferAbout = z.output<typeof aboutSchema>;

/** Members of the file that hold one value, in the order in which they are written around the lists. */
export const SINGLES = {
  about: aboutSchema,
  conference: conferenceSchema,
  round: roundSchema,
  radar: radarSchema,
} as const;

/** Members of the file that hold a list, each element by its schema. */
export const LISTS = {
  services: serviceSchema,
  people: personSchema,
  sources: sourceSchema,
  announcements: announcementSchema,
  votes: voteSchema,
  voteEvents: voteEventSchema,
  comments: commentSchema,
  decisions: decisionSchema,
  decisionEvents: decisionEventSchema,
  // Their shape comes with a later version.
  estimates: z.never("is not known to this version of Debrief"),
} as const;

export type SingleName = keyof typeof SINGLES;
export type ListName = keyof typeof LISTS;

/** The whole file, for documentation and tests: what is read is read element by element. */
export const fileSchema = z.strictObject({
  format: z.literal("debrief"),
  version: z.literal(VERSION),
  ...SINGLES,
  services: z.array(LISTS.services),
  people: z.array(LISTS.people),
  sources: z.array(LISTS.sources),
  announcements: z.array(LISTS.announcements),
  votes: z.array(LISTS.votes),
  voteEvents: z.array(LISTS.voteEvents),
  comments: z.array(LISTS.comments),
  decisions: z.array(LISTS.decisions),
  decisionEvents: z.array(LISTS.decisionEvents),
  estimates: z.array(LISTS.estimates),
});
export type TransferFile = z.output<typeof fileSchema>;
