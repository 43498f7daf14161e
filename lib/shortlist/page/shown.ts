import { shortlistQuery, type ShortlistFilter } from "../filter";

/** How many rows of each list a page shows; more are asked for in the address, up to an end. */
export type Shown = { decided: number; leaning: number };

/** The rows of a page that asks for no more, by how many it grows, and where it ends: the rest is in the exports. */
export const FIRST: Shown = { decided: 200, leaning: 50 };
export const LAST: Shown = { decided: 1_000, leaning: 500 };

/** How many rows an address asks for; what it does not understand is the first page. */
export function parseShown(asked: URLSearchParams): Shown {
  return { decided: countOf(asked, "decided"), leaning: countOf(asked, "leaning") };
}

/** The same with one step more of a list, or null at its end. */
export function oneMore(shown: Shown, list: keyof Shown): Shown | null {
  const more = Math.min(LAST[list], shown[list] + FIRST[list]);
  return more > shown[list] ? { ...shown, [list]: more } : null;
}

/** Filter and counts as the query of the page's address; empty for the whole list as it opens. */
export function pageQuery(filter: ShortlistFilter, shown: Shown): string {
  const query = new URLSearchParams(shortlistQuery(filter));
  for (const list of ["decided", "leaning"] as const) {
    if (shown[list] !== FIRST[list]) query.set(list, String(shown[list]));
  }
  return query.toString();
}

function countOf(asked: URLSearchParams, list: keyof Shown): number {
  const wanted = Number(asked.get(list));
  if (!Number.isFinite(wanted)) return FIRST[list];
  const steps = Math.ceil(wanted / FIRST[list]);
  return Math.min(LAST[list], Math.max(1, steps) * FIRST[list]);
}
