import { z } from "zod";

import { CATEGORIES } from "@/lib/recap/types";

const keySchema = z.tuple([
  z.enum(CATEGORIES),
  // PostgreSQL stores no NUL and would refuse to compare with one.
  z.string().refine((title) => !title.includes("\0")),
  z.guid(),
]);

/** Where a row stands in the board: its category, title and id. */
export type BoardKey = z.output<typeof keySchema>;

/** A key as it travels in an address: base64url of its JSON, opaque to whoever carries it. */
export function encodeBoardCursor(key: BoardKey): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** The key in a cursor, or null for one that was cut off or made up: the list then starts from the top. */
export function decodeBoardCursor(cursor: string | null): BoardKey | null {
  if (!cursor) return null;
  try {
    return keySchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    return null;
  }
}
