import type { ReactNode } from "react";

/** A line of a list of imports or of what became of one: what it is, and how it stands. */
export function ListLine({ state, children }: { state: string; children: ReactNode }) {
  return (
    <li className="flex justify-between gap-x-6 gap-y-1 border-b border-line py-2.5 max-sm:flex-col sm:items-center">
      <div className="min-w-0 wrap-anywhere">{children}</div>
      <p className="flex-none text-xs text-ink-2 tabular-nums">{state}</p>
    </li>
  );
}
