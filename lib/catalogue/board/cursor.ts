import { z } from "zod";

import { CATEGORIES } from "@/lib/recap/types";

import type { Group, Sort } from "./filter";

/** The group of announcements without a service; after every slug in the order of their bytes. */
export const NO_SERVICE = "~";

const id = z.guid();
/** ISO 8601 in UTC, of a year that PostgreSQL takes. */
const moment = z.iso.datetime().regex(/^[1-9]/);
const share = z.number().min(-1).max(1);

/** The values by which rows of each order stand, before the id that parts equals. Null is the end of the list. */
const VALUES = {
  category: z.tuple([
    z.enum(CATEGORIES),
    // PostgreSQL stores no NUL and would refuse to compare with one.
    z.string().refine((title) => !title.includes("\0")),
  ]),
  relevance: z.tuple([z.number().min(0).max(1_000)]),
  support: z.tuple([share.nullable()]),
  disagreement: z.tuple([share.nullable()]),
  mentions: z.tuple([z.int32()]),
  newest: z.tuple([moment]),
  activity: z.tuple([moment.nullable()]),
} as const satisfies Record<Sort, z.ZodType>;

const GROUP = {
  none: z.null(),
  category: z.enum(CATEGORIES),
  service: z.string().regex(/^(?:[a-z0-9-]{1,300}|~)$/),
} as const satisfies Record<Group, z.ZodType>;

/** How a board is ordered: within its groups, by a value. */
export type Order = { sort: Sort; group: Group };

/** Where a row stands in its order: its group, its values and its id. */
export type BoardKey = { group: string | null; values: readonly (string | number | null)[]; id: string };

/** A key as it travels in an address: base64url of its JSON, opaque to whoever carries it, and good for its order alone. */
export function encodeBoardCursor({ sort, group }: Order, key: BoardKey): string {
  return Buffer.from(JSON.stringify([sort, group, key.group, key.values, key.id])).toString("base64url");
}

/** The key in a cursor; null for one that was cut off, made up or of another order: the list then starts from the top. */
export function decodeBoardCursor(order: Order, cursor: string | null): BoardKey | null {
  if (!cursor) return null;
  const schema = z.tuple([z.literal(order.sort), z.literal(order.group), GROUP[order.group], VALUES[order.sort], id]);
  try {
    const [, , group, values, last] = schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return { group, values, id: last };
  } catch {
    return null;
  }
}
