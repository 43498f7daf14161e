import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

import { formatDays } from "@/lib/format/date";

type Tab = { href: Route; label: string; count?: number; isCurrent: boolean };

type Props = {
  name: string;
  /** ISO days. */
  startsOn: string | null;
  endsOn: string | null;
  tabs: readonly Tab[];
  /** Progress, drawn by the page. */
  progress?: ReactNode;
  /** The page's one primary action. */
  action?: ReactNode;
};

/** The head of every page of a conference: its name and days, progress, the way to its other pages. */
export function ConferenceHeader({ name, startsOn, endsOn, tabs, progress, action }: Props) {
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto max-w-[1440px] px-4 pt-4 sm:px-6">
        <div className="flex flex-col gap-x-8 gap-y-3 sm:flex-row sm:items-start">
          <div className="grid flex-1 gap-1">
            <h1>{name}</h1>
            {startsOn && <p className="text-sm text-ink-2">{formatDays(startsOn, endsOn ?? startsOn)}</p>}
          </div>
          {progress}
          {action}
        </div>
        <nav aria-label="Conference" className="mt-3 flex gap-5 print:hidden">
          {tabs.map(({ href, label, count, isCurrent }) => (
            <Link
              key={label}
              href={href}
              prefetch={false}
              aria-current={isCurrent ? "page" : undefined}
              className="relative flex items-center gap-1.5 pt-2 pb-2.5 text-sm font-medium text-ink-2 no-underline hover:text-ink hover:no-underline aria-[current]:text-ink aria-[current]:after:absolute aria-[current]:after:inset-x-0 aria-[current]:after:-bottom-px aria-[current]:after:border-b-2 aria-[current]:after:border-accent"
            >
              {label}
              {count !== undefined && (
                <span className="min-w-[18px] rounded-full bg-sunken px-1 text-center text-2xs text-ink-2">
                  {count}
                </span>
              )}
            </Link>
          ))}
        </nav>
      </div>
    </header>
  );
}
