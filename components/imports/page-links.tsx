import Link from "next/link";

import { buttonClass } from "@/components/ui/button-class";
import type { ImportReview } from "@/lib/catalogue/imports/types";

/** To the further candidates of a long post; nothing when one page holds them all. */
export function PageLinks({ review: { id, candidates, after, counts } }: { review: ImportReview }) {
  const isFirst = (candidates[0]?.number ?? 1) === 1;
  if (isFirst && after === null) return null;
  return (
    <nav className="mt-4 flex flex-wrap gap-2" aria-label="Pages">
      {!isFirst && (
        <Link className={buttonClass()} href={`/imports/${id}`} prefetch={false}>
          First candidates
        </Link>
      )}
      {after !== null && (
        <Link className={buttonClass()} href={`/imports/${id}?after=${after}`} prefetch={false}>
          {counts.found - after} more
        </Link>
      )}
    </nav>
  );
}
