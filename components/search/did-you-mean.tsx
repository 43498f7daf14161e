import Link from "next/link";

import { boardPath } from "@/components/paths";
import type { BoardFilter } from "@/lib/catalogue/board/filter";

/** The search as it was probably meant, to be searched for by one click. */
export function DidYouMean({
  suggestion,
  teamSlug,
  conferenceSlug,
  filter,
}: {
  suggestion: string;
  teamSlug: string;
  conferenceSlug: string;
  filter: BoardFilter;
}) {
  const href = boardPath(teamSlug, conferenceSlug, { ...filter, q: suggestion, after: null });
  return (
    <p className="pt-1 pb-2 text-ink">
      Did you mean{" "}
      <Link href={href} prefetch={false} className="font-semibold underline underline-offset-2">
        {suggestion}
      </Link>
      ?
    </p>
  );
}
