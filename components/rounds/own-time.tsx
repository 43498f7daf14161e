"use client";

import { useSyncExternalStore } from "react";

import { formatOwnTime } from "@/lib/format/date";

type Props = {
  /** ISO 8601, UTC, from the server: the browser's clock is not asked. */
  at: string;
  /** The zone in which the moment is said before this. */
  zone: string;
  /** What happens then, where the place does not say it. */
  verb?: string;
};

/**
 * What the reader's own clock shows at a moment that is said in another zone, where it is something else. The place for it
 * is kept from the start, so that nothing moves; put it last in its line.
 */
export function OwnTime({ at, zone, verb = "" }: Props) {
  const own = useSyncExternalStore(
    unchanging,
    () => formatOwnTime(at, zone, Intl.DateTimeFormat().resolvedOptions().timeZone),
    () => null,
  );
  if (own === null) {
    return (
      <span aria-hidden className="invisible">
        {verb} 00:00 for you
      </span>
    );
  }
  return (
    <span className="whitespace-nowrap">
      {verb} {own} for you
    </span>
  );
}

function unchanging() {
  return () => {};
}
