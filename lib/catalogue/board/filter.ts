import type { Availability, Category } from "@/lib/recap/types";
import { CHOICES } from "@/lib/voting/types";

/*
 * The shape of a board's filter and its query string, without the parser, so that the browser can link from one filter
 * to the next without carrying it.
 */

export const VIEWS = ["todo", "all"] as const;
export type View = (typeof VIEWS)[number];

/** Unmarked is a value of its own: it is never the same as ignore. */
export const MY_MARKS = ["unmarked", ...CHOICES] as const;
export type MyMark = (typeof MY_MARKS)[number];

/** "none" is an announcement that nobody has marked. */
export const LEANS = [...CHOICES, "split", "none"] as const;
export type LeanFilter = (typeof LEANS)[number];

/** Longer searches say nothing more; what is past it is cut off. */
export const MAX_QUERY_LENGTH = 200;

/** What of a board is shown. It lives in the address, so that a colleague can be sent exactly this list. */
export type BoardFilter = {
  view: View;
  q: string;
  category: Category[];
  availability: Availability[];
  mine: MyMark[];
  lean: LeanFilter[];
  /** Slug of a service. */
  service: string | null;
  /** Where the page before ended, as `next` of the board said it. */
  after: string | null;
};

/** The filter of a board that is opened without any. */
export const WHOLE_BOARD: BoardFilter = {
  view: "todo",
  q: "",
  category: [],
  availability: [],
  mine: [],
  lean: [],
  service: null,
  after: null,
};

/** The query string of a filter, without "?", empty for the board as it opens; `parseBoardFilter` reads it back. */
export function boardQuery(filter: BoardFilter): string {
  return new URLSearchParams(queryFields(filter)).toString();
}

/** The same as names and values, for the hidden fields of a form. */
export function queryFields(filter: BoardFilter): [string, string][] {
  const fields: [string, string][] = [];
  if (filter.view !== defaultView(filter)) fields.push(["view", filter.view]);
  if (filter.q) fields.push(["q", filter.q]);
  for (const name of ["category", "availability", "mine", "lean"] as const) {
    for (const value of filter[name]) fields.push([name, value]);
  }
  if (filter.service) fields.push(["service", filter.service]);
  if (filter.after) fields.push(["after", filter.after]);
  return fields;
}

/** Whether anything but the view narrows the list. */
export function isNarrowed(filter: BoardFilter): boolean {
  return boardQuery({ ...filter, view: defaultView(filter), after: null }) !== "";
}

/** A board opens on what needs my mark; a search, and a look at my own marks, go through everything. */
export function defaultView({ q, mine }: Pick<BoardFilter, "q" | "mine">): View {
  return q || mine.length > 0 ? "all" : "todo";
}
