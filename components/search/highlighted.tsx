import type { Range } from "@/lib/catalogue/search/types";

/** A text with the places that were searched for marked, as plain text all through. */
export function Highlighted({ text, ranges = [] }: { text: string; ranges?: readonly Range[] | undefined }) {
  if (ranges.length === 0) return text;
  return ranges.map(([start, end], n) => (
    <span key={start}>
      {text.slice(ranges[n - 1]?.[1] ?? 0, start)}
      <mark>{text.slice(start, end)}</mark>
      {n === ranges.length - 1 && text.slice(end)}
    </span>
  ));
}
