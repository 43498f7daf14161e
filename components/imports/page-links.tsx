import Link from "next/link";

import { buttonClass } from "@/components/ui/button-class";
import type { ImportReview } from "@/lib/catalogue/imports/types";

import type { Only } from "./review-only";

type Props = { review: ImportReview; isFirst?: boolean; only?: Only };

/** To the further candidates of a long post; nothing when one page holds them all. */
export function PageLinks({ review: { id, candidates, after, counts }, only = "all", ...props }: Props) {
  const isFirst = props.isFirst ?? (candidates[0]?.number ?? 1) === 1;
  const show = only === "all" ? {} : { show: only };
  if (isFirst && after === null) return null;
  return (
    <nav className="mt-4 flex flex-wrap gap-2" aria-label="Pages">
      {!isFirst && (
        <Link className={buttonClass()} href={{ pathname: `/imports/${id}`, query: show }} prefetch={false}>
          First candidates
        </Link>
      )}
      {after !== null && (
        <Link
          className={buttonClass()}
          href={{ pathname: `/imports/${id}`, query: { ...show, after } }}
          prefetch={false}
        >
          {only === "all" ? `${counts.found - after} more` : "More"}
        </Link>
      )}
    </nav>
  );
}
