import Link from "next/link";

import { Facts } from "@/components/ui/facts";
import type { FeedSummary } from "@/lib/catalogue/feeds/types";
import { formatDateTime } from "@/lib/format/date";
import { formatCount } from "@/lib/format/number";

/** A feed in the list: what it is, how the last check went, and what waits. */
export function FeedLine({ feed }: { feed: FeedSummary }) {
  const { id, title, url, conference, waiting, lastError, lastResult, isPaused, nextAt } = feed;
  return (
    <li className="flex justify-between gap-x-6 gap-y-1 border-b border-line py-2.5 max-sm:flex-col sm:items-center">
      <div className="min-w-0 wrap-anywhere">
        <Link href={`/imports/feeds/${id}`} prefetch={false} className="font-medium text-ink">
          {title}
        </Link>
        <p className="text-xs text-ink-3">{url}</p>
        <Facts
          isSmall
          facts={[
            conference.name,
            lastError === null ? lastResult : <span className="text-danger-ink">{lastError}</span>,
            isPaused ? "Paused" : `Next check ${formatDateTime(nextAt)}`,
          ]}
        />
      </div>
      <p className="flex-none text-xs text-ink-2 tabular-nums">
        {waiting > 0 ? formatCount(waiting, "waits", "wait") : "Nothing waits"}
      </p>
    </li>
  );
}
