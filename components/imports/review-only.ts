/** What a review is narrowed to: all candidates, those still open, or those the reader was not sure of. */
export type Only = "all" | "open" | "unsure";

/** What the address asks for. */
export function onlyOf(value: string | string[] | undefined): Only {
  return value === "open" || value === "unsure" ? value : "all";
}
