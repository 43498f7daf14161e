import { ArrowUpRight } from "lucide-react";

import { Facts } from "@/components/ui/facts";
import type { ImportReview } from "@/lib/catalogue/imports/types";
import { formatDay } from "@/lib/format/date";
import { formatCount, formatNumber } from "@/lib/format/number";

import { ImportCrumb } from "./import-crumb";

type Props = { review: ImportReview; isKnown: boolean; children?: React.ReactNode };

/** Which post this is, and for which conference. */
export function ImportHeading({ review, isKnown, children }: Props) {
  const { title, author, url, publishedOn, conference, createdAt, counts, teamSlug } = review;
  const address = url !== null && URL.canParse(url) ? new URL(url) : null;
  return (
    <div className="grid min-w-0 grow gap-1 max-sm:basis-full sm:basis-90">
      <ImportCrumb teamSlug={teamSlug} here={conference.name} />
      <h1 className="wrap-anywhere">{title}</h1>
      <Facts
        facts={[
          author,
          publishedOn && formatDay(publishedOn),
          address && /^https?:$/.test(address.protocol) && (
            <a href={address.href} rel="noreferrer" className="inline-flex items-center gap-0.5">
              {address.host} <ArrowUpRight aria-hidden className="size-3.5" />
            </a>
          ),
          isKnown ? (
            <b role="status">
              Read before on {formatDay(createdAt)}: {formatCount(counts.found, "announcement")}
            </b>
          ) : (
            `Read in on ${formatDay(createdAt)}`
          ),
          counts.known > 0 && <b role="status">{newAndKnown(review)}</b>,
        ]}
      />
      {children}
    </div>
  );
}

/** "2 new, 58 already here": what a newer edition of a source brings. */
function newAndKnown({ state, counts }: ImportReview): string {
  const { known } = counts;
  const fresh = counts.found - known - counts.skippedBefore;
  const here = `${formatNumber(known)} already here`;
  if (state !== "reviewing") return here;
  return fresh === 0 ? `Nothing new, ${here}` : `${formatNumber(fresh)} new, ${here}`;
}
