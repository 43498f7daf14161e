import { z } from "zod";

const keySchema = z.object({
  /** Disagreement, −1 where it is not known, then marks, both falling; then the title, then the id. */
  rank: z.number().min(-1).max(1),
  marks: z.int().min(0),
  // PostgreSQL stores no NUL and would refuse to compare with one.
  title: z.string().refine((title) => !title.includes("\0")),
  id: z.guid(),
  /** How many come before the next page. */
  shown: z.int().min(0),
});

/** Where an announcement stands in an agenda. */
export type AgendaKey = z.output<typeof keySchema>;

/** A key as it travels in an address: base64url of its JSON, opaque to whoever carries it. */
export function encodeAgendaCursor(key: AgendaKey): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** The key in a cursor, or null for one that was cut off or made up: the agenda then starts from the top. */
export function decodeAgendaCursor(cursor: string | null): AgendaKey | null {
  if (!cursor) return null;
  try {
    return keySchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    return null;
  }
}
