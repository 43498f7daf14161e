import Link from "next/link";

import { announcementPath } from "@/components/paths";
import { TallyBar } from "@/components/announcements/tally-bar";
import { buttonClass } from "@/components/ui/button-class";
import type { ShortlistNote, ShortlistRow } from "@/lib/shortlist/types";

type ShortlistItemProps = {
  row: ShortlistRow;
  number: number;
  teamSlug: string;
  members: number;
  canDecide: boolean;
};

/** One announcement of a shortlist: what and why, how the team marked it, and the way to settle it. */
export function ShortlistItem({ row, number, teamSlug, members, canDecide }: ShortlistItemProps) {
  const { slug, title, services, decision, notes, marks, tally, support, standing } = row;
  const path = announcementPath(teamSlug, slug);
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5 last:border-0 hover:bg-hover sm:min-h-14 sm:grid-cols-[24px_minmax(0,1fr)_104px_88px_84px]">
      <span className="self-start pt-0.5 text-sm text-ink-3 tabular-nums">{number}</span>
      <div className="min-w-0 max-sm:col-span-2">
        <Link href={path} prefetch={false} className="text-base font-medium wrap-anywhere text-ink">
          {title}
        </Link>
        <p className="text-xs text-ink-3">{services.join(", ")}</p>
        {decision?.reason && <p className="mt-1 max-w-[72ch] text-sm wrap-anywhere text-ink">{decision.reason}</p>}
        {notes.length > 0 && <Notes notes={notes} />}
      </div>
      <div className="max-sm:col-start-2">
        <TallyBar tally={tally} marks={marks} members={members} />
      </div>
      <span className="text-right text-sm whitespace-nowrap text-ink tabular-nums max-sm:hidden">
        {support !== null && (
          <>
            <span className="text-xs text-ink-3">support</span> {support.toFixed(2)}
          </>
        )}
      </span>
      <span className="justify-self-end">
        {standing === "leans" && canDecide && (
          <Link href={`${path}#decision`} prefetch={false} className={buttonClass()} aria-label={`Decide ${title}`}>
            Decide…
          </Link>
        )}
      </span>
    </li>
  );
}

function Notes({ notes }: { notes: readonly ShortlistNote[] }) {
  return (
    <ul className="mt-1 grid gap-0.5">
      {notes.map(({ name, choice, note }, index) => (
        <li key={index} className={`${choice} text-xs text-ink-2`}>
          <span className="shape mr-1.5 size-2! text-(--c)" role="img" aria-label={choice} />
          <span className="font-medium text-ink">{name}</span> <span className="wrap-anywhere">{note}</span>
        </li>
      ))}
    </ul>
  );
}
