import { z } from "zod";

import { AVAILABILITIES, CATEGORIES } from "@/lib/recap/types";
import { CHOICES } from "@/lib/voting/types";

/** What of a board is shown. It lives in the address, so that a colleague can be sent exactly this list. */
export const VIEWS = ["todo", "all"] as const;
export const MY_MARKS = ["unmarked", ...CHOICES] as const;
export const LEANS = [...CHOICES, "split", "none"] as const;

/** Longer searches say nothing more; what is past it is cut off. */
export const MAX_QUERY_LENGTH = 200;

const filterSchema = z.object({
  view: z.enum(VIEWS).nullable().catch(null),
  q: z.string().transform(cleanQuery).catch(""),
  category: anyOf(CATEGORIES),
  availability: anyOf(AVAILABILITIES),
  /** Unmarked is a value of its own: it is never the same as ignore. */
  mine: anyOf(MY_MARKS),
  /** "none" is an announcement that nobody has marked. */
  lean: anyOf(LEANS),
  /** Slug of a service. */
  service: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/)
    .nullable()
    .catch(null),
  /** Where the page before ended, as `next` of the board said it. */
  after: z
    .string()
    .regex(/^[\w-]{1,2000}$/)
    .nullable()
    .catch(null),
});

type Parsed = z.output<typeof filterSchema>;
export type BoardFilter = Omit<Parsed, "view"> & { view: (typeof VIEWS)[number] };

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

/** The query string of a filter, without "?", empty for the board as it opens; `parseBoardFilter` reads it back. */
export function boardQuery(filter: BoardFilter): string {
  const query = new URLSearchParams();
  if (filter.view !== defaultView(filter)) query.set("view", filter.view);
  if (filter.q) query.set("q", filter.q);
  for (const name of ["category", "availability", "mine", "lean"] as const) {
    for (const value of filter[name]) query.append(name, value);
  }
  if (filter.service) query.set("service", filter.service);
  if (filter.after) query.set("after", filter.after);
  return query.toString();
}

/** The filter of a board that is opened without any. */
export const WHOLE_BOARD: BoardFilter = parseBoardFilter({});

/** Whether anything but the view narrows the list. */
export function isNarrowed(filter: BoardFilter): boolean {
  return boardQuery({ ...filter, view: defaultView(filter), after: null }) !== "";
}

/** A board opens on what needs my mark; a search, and a look at my own marks, go through everything. */
export function defaultView({ q, mine }: Pick<BoardFilter, "q" | "mine">): BoardFilter["view"] {
  return q || mine.length > 0 ? "all" : "todo";
}

/** Each value once, in their own order, so that one filter has one address. */
function anyOf<const T extends readonly string[]>(values: T) {
  return z
    .array(z.string())
    .catch([])
    .transform((given): T[number][] => values.filter((value) => given.includes(value)));
}

function cleanQuery(typed: string): string {
  const printable = typed.replace(/[\p{Cc}\p{Cs}]+/gu, " ").normalize("NFC");
  return Array.from(printable).slice(0, MAX_QUERY_LENGTH).join("").trim();
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function list(value: string | string[] | undefined): string[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
