import { z } from "zod";

import { AVAILABILITIES, CATEGORIES } from "@/lib/recap/types";

import { cleanQuery } from "../search/clean";
import {
  defaultGroup,
  defaultSort,
  defaultView,
  GROUPS,
  LEANS,
  MY_MARKS,
  SORTS,
  sortsOf,
  VIEWS,
  type BoardFilter,
} from "./filter";

/** More values of one facet than anybody chooses by hand. */
const MAX_NAMED = 20;

const filterSchema = z.object({
  view: z.enum(VIEWS).nullable().catch(null),
  q: z.string().transform(cleanQuery).catch(""),
  category: anyOf(CATEGORIES),
  availability: anyOf(AVAILABILITIES),
  mine: anyOf(MY_MARKS),
  lean: anyOf(LEANS),
  source: named(z.guid().toLowerCase()),
  service: named(z.string().regex(/^[a-z0-9-]{1,100}$/)),
  sort: z
    .enum(["relevance", ...SORTS])
    .nullable()
    .catch(null),
  group: z.enum(GROUPS).nullable().catch(null),
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
    source: list(params.source),
    service: list(params.service),
    sort: first(params.sort),
    group: first(params.group),
    after: first(params.after),
  });
  const sort = sortsOf(parsed).find((known) => known === parsed.sort) ?? defaultSort(parsed);
  return { ...parsed, sort, view: parsed.view ?? defaultView(parsed), group: parsed.group ?? defaultGroup({ sort }) };
}

/** Each value once, in their own order, so that one filter has one address. */
function anyOf<const T extends readonly string[]>(values: T) {
  return z
    .array(z.string())
    .catch([])
    .transform((given): T[number][] => values.filter((value) => given.includes(value)));
}

/** Each value that could name something once, in one order. */
function named(value: z.ZodType<string>) {
  return z
    .array(z.string())
    .catch([])
    .transform((given) => {
      const names = given.flatMap((text) => {
        const parsed = value.safeParse(text);
        return parsed.success ? [parsed.data] : [];
      });
      return [...new Set(names)].sort().slice(0, MAX_NAMED);
    });
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function list(value: string | string[] | undefined): string[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
