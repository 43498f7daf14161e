import Link from "next/link";

import { buttonClass } from "@/components/ui/button-class";
import type { ImportReview } from "@/lib/catalogue/imports/types";
import { formatNumber } from "@/lib/format/number";

/** To what an earlier edition brought in, which is folded away, or back to what is new; nothing when there is none. */
export function KnownLink({ review: { id, counts }, isShown }: { review: ImportReview; isShown: boolean }) {
  if (counts.known === 0 || counts.known === counts.found) return null;
  return (
    <p className="mt-4">
      <Link
        className={buttonClass("quiet")}
        href={isShown ? `/imports/${id}` : `/imports/${id}?known=1`}
        prefetch={false}
      >
        {isShown ? "Fold away what is already here" : `Show the ${formatNumber(counts.known)} already here`}
      </Link>
    </p>
  );
}
