import { ChevronRight } from "lucide-react";
import Link from "next/link";

/** The way back from a feed to the imports and the feeds of its team. */
export function FeedCrumb({ teamSlug, isOne = false }: { teamSlug: string; isOne?: boolean }) {
  return (
    <nav aria-label="Breadcrumb" className="flex items-center gap-1 text-sm text-ink-3">
      <Link href={`/imports?team=${teamSlug}`} className="text-ink-3">
        Imports
      </Link>
      {isOne && (
        <>
          <ChevronRight aria-hidden className="size-3.5" />
          <Link href={`/imports/feeds?team=${teamSlug}`} className="text-ink-3">
            Feeds
          </Link>
        </>
      )}
    </nav>
  );
}
