import { z } from "zod";

import { CHOICES } from "../types";

const moment = z.iso.datetime();
const closing = { closesAt: moment, timeZone: z.string() };

/** Every kind of notice, with what it has to say besides who, where and what about. A new kind is a line here. */
const contentSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("round-opened"), data: z.object({ ...closing, isBlind: z.boolean() }) }),
  z.object({ kind: z.literal("round-reopened"), data: z.object({ ...closing, isBlind: z.boolean() }) }),
  z.object({
    kind: z.literal("round-changed"),
    // Another closing time, marks that are no longer hidden, or both.
    data: z.object({ ...closing, moved: z.enum(["later", "earlier"]).nullable(), isLifted: z.boolean() }),
  }),
  z.object({ kind: z.literal("round-closed"), data: z.object({ closedAt: moment, timeZone: z.string() }) }),
  // Less than a day is left, and so are announcements to mark.
  z.object({ kind: z.literal("round-closing"), data: z.object(closing) }),
  // A lead asks for the marks that are left.
  z.object({ kind: z.literal("reminder"), data: z.object({}) }),
  z.object({
    kind: z.literal("decided"),
    // What one lead decided or, without a choice, reopened since the notice was seen last: by announcement, the last word.
    data: z.object({
      of: z.record(
        z.string(),
        z.object({ choice: z.enum(CHOICES).nullable(), hasMarked: z.boolean(), owns: z.boolean() }),
      ),
      // Beyond those.
      more: z.int(),
      // Where the last of it happened.
      last: z.object({ slug: z.string(), title: z.string() }),
    }),
  }),
]);

/** What a notice says, by its kind. */
export type NoticeContent = z.output<typeof contentSchema>;

/** A notice as a page shows it. */
export type Notice = NoticeContent & {
  id: string;
  /** The name of who did it; null for what the clock did. */
  by: string | null;
  /** Whose pages show it besides the team's. */
  conference: { slug: string; name: string } | null;
  /** How many announcements of the conference the reader has not marked by now. */
  left: number;
};

/** Kind and data as they are stored; null for what this version does not know, which is then not shown. */
export function noticeContent(stored: { kind: string; data: unknown }): NoticeContent | null {
  return contentSchema.safeParse(stored).data ?? null;
}

/** Kinds that speak of a round that is open, and say nothing once it is closed. */
export const WHILE_OPEN = ["round-opened", "round-reopened", "round-changed", "round-closing", "reminder"] as const;

/** Kinds for those alone who have something left to mark. */
export const WHILE_LEFT = ["round-closing", "reminder"] as const;
