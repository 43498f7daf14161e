import { z } from "zod";

/** The channel on which the triggers of the migration `live` tell what changed. */
export const CHANNEL = "debrief";

const id = z.guid();

const messageSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("changed"),
    team: id,
    /** Whether more than a choice or a note changed: what also somebody may know from whom marks are hidden. */
    counted: z.boolean(),
    /** The announcements, each with whoever marked it. */
    of: z.array(z.tuple([id, id.nullable()])),
  }),
  z.object({ kind: z.literal("many"), team: id }),
  z.object({ kind: z.literal("announced"), conference: id }),
  z.object({ kind: z.literal("round"), team: id, conference: id }),
  z.object({ kind: z.literal("members"), team: id }),
  z.object({ kind: z.literal("person"), person: id }),
]);

/** What the database tells the app's processes: ids alone, never what somebody marked or wrote. */
export type Message = z.output<typeof messageSchema>;

/** A notification's payload as a message; null for what another version of the app or another program sent. */
export function readMessage(payload: string): Message | null {
  try {
    return messageSchema.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}
