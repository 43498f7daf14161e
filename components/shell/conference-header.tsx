import Link from "next/link";
import type { ReactNode } from "react";

import { agendaPath, boardPath, radarPath, shortlistPath, triagePath } from "@/components/paths";
import { NoticeStrip } from "@/components/notices/notice-strip";
import { RoundLine } from "@/components/rounds/round-line";
import { Count } from "@/components/ui/count";
import type { ConferenceHead } from "@/lib/catalogue/conference-head";
import { formatDays } from "@/lib/format/date";

type Props = {
  teamSlug: string;
  head: ConferenceHead;
  current: "board" | "triage" | "agenda" | "shortlist" | "radar" | "round" | "shares";
  /** Progress, where the page moves it as the viewer marks. */
  progress?: ReactNode;
  /** The page's one primary action. */
  action?: ReactNode;
};

/** The head of every page of a conference: its name and days, progress, the way to its other pages. */
export function ConferenceHeader({ teamSlug, head, current, progress, action }: Props) {
  const { slug, name, startsOn, endsOn } = head.conference;
  const tabs = [
    { href: boardPath(teamSlug, slug), page: "board", label: "Board", count: undefined },
    { href: triagePath(teamSlug, slug), page: "triage", label: "Triage", count: undefined },
    { href: agendaPath(teamSlug, slug), page: "agenda", label: "Agenda", count: head.split || undefined },
    {
      href: shortlistPath(teamSlug, slug),
      page: "shortlist",
      label: "Shortlist",
      count: head.shortlisted || undefined,
    },
    { href: radarPath(teamSlug, slug), page: "radar", label: "Radar", count: undefined },
  ] as const;
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto max-w-[1440px] px-4 pt-4 sm:px-6">
        <div className="flex flex-col gap-x-8 gap-y-3 sm:flex-row sm:items-start">
          <div className="grid min-w-0 flex-1 gap-1">
            <h1 className="wrap-break-word">{name}</h1>
            {startsOn && <p className="text-sm text-ink-2">{formatDays(startsOn, endsOn ?? startsOn)}</p>}
            <RoundLine teamSlug={teamSlug} head={head} isLinked={current !== "round"} />
          </div>
          {progress}
          {action}
        </div>
        <nav aria-label="Conference" className="mt-3 flex gap-5 max-sm:justify-between max-sm:gap-2 print:hidden">
          {tabs.map(({ href, page, label, count }) => (
            <Link
              key={page}
              href={href}
              prefetch={false}
              aria-current={page === current ? "page" : undefined}
              className="relative flex items-center gap-1.5 pt-2 pb-2.5 text-sm font-medium text-ink-2 no-underline hover:text-ink hover:no-underline aria-[current]:text-ink aria-[current]:after:absolute aria-[current]:after:inset-x-0 aria-[current]:after:-bottom-px aria-[current]:after:border-b-2 aria-[current]:after:border-accent"
            >
              {label}
              {count !== undefined && (
                <span className="flex max-sm:hidden">
                  <Count of={count} />
                </span>
              )}
            </Link>
          ))}
        </nav>
      </div>
      <NoticeStrip teamSlug={teamSlug} conferenceSlug={slug} notices={head.notices} />
    </header>
  );
}
