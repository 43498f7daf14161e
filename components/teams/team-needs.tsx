import Link from "next/link";
import type { ReactNode } from "react";

import { agendaPath, triagePath, type AgendaPath, type TriagePath } from "@/components/paths";
import { formatNumber } from "@/lib/format/number";
import type { ConferenceProgress, Overview } from "@/lib/voting/progress-types";
import { timeLeft as workLeft } from "@/lib/voting/triage/pace";

import { timeLeft } from "./time-left";

/** What waits for the viewer, numbers first; nothing at all when nothing does. */
export function TeamNeeds({ teamSlug, overview }: { teamSlug: string; overview: Overview }) {
  const { unfinished, mostSplit, toSettle, candidates } = overview;
  const left = unfinished?.left ?? 0;
  if (left + toSettle + candidates === 0) return null;
  return (
    <ul className="mt-5 flex flex-col divide-y divide-line rounded-lg border border-line bg-surface md:flex-row md:divide-x md:divide-y-0">
      {unfinished && (
        <Need count={left} meta={timeFor(unfinished, overview)} href={triagePath(teamSlug, unfinished.slug)}>
          to mark in {unfinished.name}
        </Need>
      )}
      {mostSplit && toSettle > 0 && (
        <Need count={toSettle} meta={`most of them in ${mostSplit.name}`} href={agendaPath(teamSlug, mostSplit.slug)}>
          split, yours to settle
        </Need>
      )}
      {candidates > 0 && (
        <Need count={candidates} meta="in posts you have read in" href={`/imports?team=${teamSlug}`}>
          {candidates === 1 ? "candidate to review" : "candidates to review"}
        </Need>
      )}
    </ul>
  );
}

/** How long it takes, and how long there is: "about 9 minutes, 4 days left". */
function timeFor({ left, round }: ConferenceProgress, { pace, now }: Overview): string {
  const work = workLeft(left, pace);
  const until = round && timeLeft(round.closesAt, now);
  return until ? `${work.replace(/ left$/, "")}, ${until}` : work;
}

type NeedProps = {
  count: number;
  meta: string | null;
  href: TriagePath | AgendaPath | `/imports?${string}`;
  children: ReactNode;
};

function Need({ count, href, meta, children }: NeedProps) {
  return (
    <li className="min-w-0 flex-1">
      <Link
        href={href}
        prefetch={false}
        className="flex h-full items-center gap-3 px-4 py-4 hover:bg-hover hover:no-underline"
      >
        <b className="text-2xl tabular-nums">{formatNumber(count)}</b>
        <span className="flex min-w-0 flex-col text-sm text-ink">
          <span className="wrap-break-word">{children}</span>
          {meta && <span className="text-xs text-ink-3">{meta}</span>}
        </span>
      </Link>
    </li>
  );
}
