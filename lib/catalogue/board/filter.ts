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

/**
 * Where the team stands with an announcement. What a lead has decided is no longer leaning anywhere; "none" is what nobody
 * has marked, "below-quorum" what fewer have than the round asks for.
 */
export const LEANS = ["decided", ...CHOICES, "split", "below-quorum", "none"] as const;
export type LeanFilter = (typeof LEANS)[number];

/** "category" is by category and title; "newest" by when it was added here. */
export const SORTS = ["category", "support", "disagreement", "mentions", "newest", "activity"] as const;
/** "relevance" is how well a row fits a search, and the order of one for which no other was chosen. */
export type Sort = (typeof SORTS)[number] | "relevance";

export const GROUPS = ["none", "category", "service"] as const;
export type Group = (typeof GROUPS)[number];

/** The facets, whose values narrow the list: any one of a facet's, and all of the facets. */
export const FACETS = ["category", "availability", "mine", "lean", "source", "service"] as const;
export type Facet = (typeof FACETS)[number];

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
  /** Ids of sources. */
  source: string[];
  /** Slugs of services. */
  service: string[];
  sort: Sort;
  group: Group;
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
  source: [],
  service: [],
  sort: "category",
  group: "category",
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
  for (const name of FACETS) {
    for (const value of filter[name]) fields.push([name, value]);
  }
  if (filter.sort !== defaultSort(filter) && sortsOf(filter).includes(filter.sort)) fields.push(["sort", filter.sort]);
  if (filter.group !== defaultGroup(filter)) fields.push(["group", filter.group]);
  if (filter.after) fields.push(["after", filter.after]);
  return fields;
}

/** Whether anything but the view narrows the list. */
export function isNarrowed(filter: BoardFilter): boolean {
  return filter.q !== "" || FACETS.some((facet) => filter[facet].length > 0);
}

/** A board opens on what needs my mark; a search, and a look at my own marks, go through everything. */
export function defaultView({ q, mine }: Pick<BoardFilter, "q" | "mine">): View {
  return q || mine.length > 0 ? "all" : "todo";
}

/** A search shows what fits it best first; everything else goes by category. */
export function defaultSort({ q }: Pick<BoardFilter, "q">): Sort {
  return q ? "relevance" : "category";
}

/** The orders that a filter can have: how well a row fits is known of a search alone. */
export function sortsOf({ q }: Pick<BoardFilter, "q">): readonly Sort[] {
  return q ? ["relevance", ...SORTS] : SORTS;
}

/** What is in order by category is read under its categories; in any other order groups are asked for. */
export function defaultGroup({ sort }: Pick<BoardFilter, "sort">): Group {
  return sort === "category" ? "category" : "none";
}

/** The filter in another order: groups that were not asked for follow it. */
export function sortedBy(filter: BoardFilter, sort: Sort): BoardFilter {
  const group = filter.group === defaultGroup(filter) ? defaultGroup({ sort }) : filter.group;
  return { ...filter, sort, group, after: null };
}
