import Link from "next/link";

import { announcementPath } from "@/components/paths";
import { Facts } from "@/components/ui/facts";
import type { FeedItemLine } from "@/lib/catalogue/feeds/types";
import { STATE_LABEL } from "@/lib/catalogue/feeds/words";
import { formatDay } from "@/lib/format/date";

/** 24 high, so that a finger hits it. */
const LINK = "inline-block leading-6";

/** An item of a feed and what became of it. */
export function ItemLine({ item, teamSlug }: { item: FeedItemLine; teamSlug: string }) {
  const { title, url, publishedOn } = item;
  return (
    <li className="flex justify-between gap-x-6 gap-y-1 border-b border-line py-2.5 max-sm:flex-col sm:items-center">
      <div className="min-w-0 wrap-anywhere">
        <p className="text-base font-medium text-ink">{title}</p>
        <Facts
          isSmall
          facts={[
            publishedOn && formatDay(publishedOn),
            url && (
              <a href={url} rel="noreferrer" className="py-1">
                {new URL(url).host}
              </a>
            ),
          ]}
        />
      </div>
      <p className="flex-none text-xs text-ink-2">
        <Standing item={item} teamSlug={teamSlug} />
      </p>
    </li>
  );
}

function Standing({ item, teamSlug }: { item: FeedItemLine; teamSlug: string }) {
  const { state, isByRule, importId, announcementSlug } = item;
  const words = `${STATE_LABEL[state]}${isByRule ? ", by a rule" : ""}`;
  if (announcementSlug !== null) {
    return (
      <Link href={announcementPath(teamSlug, announcementSlug)} prefetch={false} className={LINK}>
        {words}
      </Link>
    );
  }
  if (importId === null || (state !== "waiting" && state !== "accepted")) return words;
  return (
    <Link href={`/imports/${importId}`} prefetch={false} className={LINK}>
      {words}
    </Link>
  );
}
