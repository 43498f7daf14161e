import Link from "next/link";
import { Fragment } from "react";

import { announcementPath } from "@/components/paths";
import type { Staying, StayingReason } from "@/lib/catalogue/imports/staying";
import { formatCount, formatNumber } from "@/lib/format/number";

type Props = { staying: readonly Staying[]; teamSlug: string; removed: number | undefined };

/** What undoing a publication took back, and what is there still, by reason. */
export function ImportStaying({ staying, teamSlug, removed }: Props) {
  if (staying.length === 0 && removed === undefined) return null;
  return (
    <div role="status" className="grid gap-0.5 text-sm text-ink">
      {removed !== undefined && <p>Publishing is undone: {formatCount(removed, "announcement")} taken back.</p>}
      {staying.map(({ reason, count, first }) => (
        <p key={reason} className="wrap-anywhere">
          {formatNumber(count)} {count === 1 ? "stays" : "stay"} because {BECAUSE[reason](count)}:{" "}
          {first.map(({ slug, title }, index) => (
            <Fragment key={slug}>
              {index > 0 && ", "}
              <Link href={announcementPath(teamSlug, slug)} prefetch={false}>
                {title}
              </Link>
            </Fragment>
          ))}
          {count > first.length && ` and ${formatNumber(count - first.length)} more`}
        </p>
      ))}
    </div>
  );
}

const BECAUSE: Record<StayingReason, (count: number) => string> = {
  decided: (count) => `a team has decided on ${them(count)}`,
  marked: (count) => `someone has marked ${them(count)}`,
  commented: (count) => `someone has commented on ${them(count)}`,
  mentioned: (count) => `another import speaks of ${them(count)}`,
  edited: (count) => `someone has edited ${them(count)}`,
};

function them(count: number): string {
  return count === 1 ? "it" : "them";
}
