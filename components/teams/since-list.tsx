import Link from "next/link";

import { Avatar } from "@/components/ui/avatar";
import { formatDateTime, formatDayOfYear, formatMoment } from "@/lib/format/date";
import type { Since, SinceLine } from "@/lib/voting/since/types";

import { SinceSentence } from "./since-sentence";

type Props = { teamSlug: string; since: Since; /** When the page was read. */ now: string };

/** What others did since the viewer was on this page; nothing at all on the first visit. */
export function SinceList({ teamSlug, since: { since, lines, hasEarlier }, now }: Props) {
  if (since === null) return null;
  return (
    <section id="since" aria-labelledby="since-title" className="mt-8 scroll-mt-16">
      <header className="flex items-baseline gap-3 pb-2">
        <h2 id="since-title" className="grow">
          Since you were here
        </h2>
        <time dateTime={since} className="text-xs text-ink-3">
          {formatMoment(since)}
        </time>
      </header>
      {lines.length === 0 ? (
        <p className="border-t border-line py-3 text-sm text-ink-2">Nothing has changed.</p>
      ) : (
        <ul className="border-t border-line">
          {lines.map((line) => (
            <li key={line.id} className="flex gap-2.5 border-b border-line py-2">
              <Who by={line.by} />
              <p className="min-w-0 grow text-sm leading-6 wrap-anywhere">
                <SinceSentence teamSlug={teamSlug} line={line} />
              </p>
              <time
                dateTime={line.at}
                title={formatDateTime(line.at)}
                className="flex-none text-xs leading-6 text-ink-3"
              >
                {formatWhen(line.at, now)}
              </time>
            </li>
          ))}
        </ul>
      )}
      {hasEarlier && (
        <p className="pt-3 text-sm">
          <Link href={`/teams/${teamSlug}?since=all#since`} prefetch={false} className="leading-6">
            Earlier
          </Link>
        </p>
      )}
    </section>
  );
}

function Who({ by }: Pick<SinceLine, "by">) {
  if (by) return <Avatar name={by.name} />;
  return (
    <span aria-hidden className="grid size-6 flex-none place-items-center">
      <span className="size-1.5 rounded-full bg-line-control" />
    </span>
  );
}

/** The time of today, the day of any other. */
function formatWhen(at: string, now: string): string {
  return at.slice(0, 10) === now.slice(0, 10) ? at.slice(11, 16) : formatDayOfYear(at);
}
