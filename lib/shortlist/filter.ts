import { formatTarget, parseTarget, quarterOf, targetText } from "@/lib/voting/decisions/target";
import { isSlug } from "@/lib/text/slug";

/** Which part of a shortlist is shown or exported. It lives in the address; null is not filtered by. */
export type ShortlistFilter = {
  /** A person's id, or "nobody". Leaves what leans out: nobody owns it yet. */
  owner: string | null;
  /** "2021-Q1": what is to be done by then, whether a day or the quarter was said; or "none". Leaves what leans out. */
  quarter: string | null;
  /** A service's slug. */
  service: string | null;
};

export const WHOLE_SHORTLIST: ShortlistFilter = { owner: null, quarter: null, service: null };

/** The filter an address asks for; what it does not understand it leaves out. */
export function parseShortlistFilter(asked: URLSearchParams): ShortlistFilter {
  const owner = asked.get("owner") ?? "";
  const quarter = asked.get("quarter") ?? "";
  const service = asked.get("service") ?? "";
  const target = parseTarget(quarter);
  return {
    owner: owner === "nobody" || UUID.test(owner) ? owner : null,
    quarter: quarter === "none" ? quarter : target?.isQuarter ? targetText(target) : null,
    service: isSlug(service) ? service : null,
  };
}

/** A filter as the query of an address; empty when nothing is filtered. */
export function shortlistQuery(filter: ShortlistFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== null) query.set(name, value);
  return query.toString();
}

/** A filter in words, with the names that its ids stand for: "owner Ewan Fraser, Q1 2021"; null when nothing is filtered. */
export function filterWords(
  { owner, quarter, service }: ShortlistFilter,
  names: { owner: string | null; service: string | null },
): string | null {
  const words = [
    owner && (owner === "nobody" ? "no owner" : `owner ${names.owner ?? "unknown"}`),
    quarter && (quarter === "none" ? "no target" : quarterWords(quarter)),
    service && `service ${names.service ?? service}`,
  ].filter((word) => word !== null);
  return words.length > 0 ? words.join(", ") : null;
}

/** A quarter of a filter as people read it: "Q1 2021". */
export function quarterWords(quarter: string): string {
  const target = parseTarget(quarter);
  return target ? formatTarget(target) : quarter;
}

/** Whether a decision's target lies in the quarter that is asked for. */
export function isInQuarter(target: { on: string } | null, quarter: string): boolean {
  return target === null ? quarter === "none" : quarterOf(target.on) === quarter;
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
