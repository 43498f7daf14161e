import Link from "next/link";

import { buttonClass } from "@/components/ui/button-class";
import type { FeedState } from "@/lib/catalogue/feeds/types";
import { formatDateTime } from "@/lib/format/date";
import { formatCount } from "@/lib/format/number";

/** How the last check went, when the next one is, and what waits for a person. */
export function FeedStanding({ feed }: { feed: FeedState }) {
  const { lastCheckedAt, lastResult, lastError, failures, nextAt, isPaused, waiting, importId } = feed;
  return (
    <>
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        <dt className="text-ink-3">Last check</dt>
        <dd className="wrap-anywhere">{lastCheckedAt ? formatDateTime(lastCheckedAt) : "Not yet"}</dd>
        <dt className="text-ink-3">Found</dt>
        <dd className="wrap-anywhere">{lastResult || "Nothing yet"}</dd>
        {lastError !== null && (
          <>
            <dt className="text-ink-3">Problem</dt>
            <dd className="wrap-anywhere text-danger-ink">
              {lastError}
              {failures > 1 && ` ${failures} checks in a row.`}
            </dd>
          </>
        )}
        <dt className="text-ink-3">Next check</dt>
        <dd>{isPaused ? "None: paused" : formatDateTime(nextAt)}</dd>
        <dt className="text-ink-3">Waiting</dt>
        <dd className="tabular-nums">{formatCount(waiting, "item")}</dd>
      </dl>
      {importId !== null && waiting > 0 && (
        <p className="mt-4">
          <Link className={buttonClass()} href={`/imports/${importId}`}>
            Review {waiting}
          </Link>
        </p>
      )}
    </>
  );
}
