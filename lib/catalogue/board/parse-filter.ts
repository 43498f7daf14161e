import { z } from "zod";

import { AVAILABILITIES, CATEGORIES } from "@/lib/recap/types";

import { cleanQuery } from "../search/clean";
import { defaultView, LEANS, MY_MARKS, VIEWS, type BoardFilter } from "./filter";

const filterSchema = z.object({
  view: z.enum(VIEWS).nullable().catch(null),
  q: z.string().transform(cleanQuery).catch(""),
  category: anyOf(CATEGORIES),
  availability: anyOf(AVAILABILITIES),
  mine: anyOf(MY_MARKS),
  lean: anyOf(LEANS),
  service: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/)
    .nullable()
    .catch(null),
  after: z
    .string()
    .regex(/^[\w-]{1,6000}$/)
    .nullable()
    .catch(null),
});

/** The search parameters of a page, as Next gives them. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** The filter that an address asks for. What makes no sense is left out, never an error: the address is anybody's. */
export function parseBoardFilter(params: SearchParams): BoardFilter {
  const parsed = filterSchema.parse({
    view: first(params.view),
    q: first(params.q),
    category: list(params.category),
    availability: list(params.availability),
    mine: list(params.mine),
    lean: list(params.lean),
    service: first(params.service),
    after: first(params.after),
  });
  return { ...parsed, view: parsed.view ?? defaultView(parsed) };
}

/** Each value once, in their own order, so that one filter has one address. */
function anyOf<const T extends readonly string[]>(values: T) {
  return z
    .array(z.string())
    .catch([])
    .transform((given): T[number][] => values.filter((value) => given.includes(value)));
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function list(value: string | string[] | undefined): string[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
