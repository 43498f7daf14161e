import { z } from "zod";

import { cleanNote, MAX_NOTE_LENGTH } from "@/lib/voting/note";
import { CHOICES } from "@/lib/voting/types";

import { anyMoment, id, line, moment, text } from "./parts";

const note = text(MAX_NOTE_LENGTH).transform(cleanNote);

/** A mark that stands, at most one of each person on an announcement. */
export const voteSchema = z.strictObject({
  announcement: id,
  person: id,
  choice: z.enum(CHOICES),
  note,
  createdAt: moment,
  updatedAt: moment,
});
export type TransferVote = z.output<typeof voteSchema>;

/** One line of the history of marks. */
export const voteEventSchema = z.strictObject({
  announcement: id,
  person: id,
  /** Null for a mark that was taken back. */
  choice: z.enum(CHOICES).nullable(),
  note,
  at: moment,
});
export type TransferVoteEvent = z.output<typeof voteEventSchema>;

/** How the team went through the conference. */
export const roundSchema = z
  .strictObject({
    openedBy: id,
    openedAt: moment,
    closesAt: anyMoment,
    timeZone: line(100),
    quorum: z.int().min(1).max(1_000_000),
    isBlind: z.boolean(),
    /** Null while it is open. */
    closedAt: moment.nullable(),
  })
  .nullable();
export type TransferRound = z.output<typeof roundSchema>;
