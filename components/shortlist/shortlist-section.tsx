import { useId } from "react";

import { Count } from "@/components/ui/count";
import type { ShortlistRow } from "@/lib/shortlist/types";

import { ShortlistItem } from "./shortlist-item";

type ShortlistSectionProps = {
  title: string;
  /** How the list is ordered, where that is not plain. */
  hint?: string;
  /** The sentence in place of an empty list. */
  empty: string;
  rows: readonly ShortlistRow[];
  /** How many there are, shown or not. */
  total: number;
  teamSlug: string;
  members: number;
  canDecide: boolean;
};

/** One of the two lists of a shortlist. */
export function ShortlistSection({ title, hint, empty, rows, total, ...shared }: ShortlistSectionProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <header className="flex min-h-9 items-center gap-2 pb-2">
        <h2 id={titleId}>{title}</h2>
        <Count of={total} />
        {hint && rows.length > 1 && <span className="ml-auto text-xs text-ink-3 max-sm:hidden">{hint}</span>}
      </header>
      {rows.length === 0 ? (
        <p className="text-sm text-ink-3">{total === 0 ? empty : "Not among those shown."}</p>
      ) : (
        <ol className="rounded-lg border border-line bg-surface max-sm:-mx-4 max-sm:rounded-none max-sm:border-x-0">
          {rows.map((row, index) => (
            <ShortlistItem key={row.id} row={row} number={index + 1} {...shared} />
          ))}
        </ol>
      )}
    </section>
  );
}
