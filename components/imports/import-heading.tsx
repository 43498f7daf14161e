import { ArrowUpRight, ChevronRight } from "lucide-react";
import Link from "next/link";

import type { ImportReview } from "@/lib/catalogue/imports/types";
import { formatDay } from "@/lib/format/date";

/** Which post this is, and for which conference. */
export function ImportHeading({ review, isKnown }: { review: ImportReview; isKnown: boolean }) {
  const { title, author, url, publishedOn, conference, createdAt, counts, teamSlug } = review;
  const address = url !== null && URL.canParse(url) ? new URL(url) : null;
  return (
    <div className="imp-heading">
      <nav className="imp-crumb" aria-label="Breadcrumb">
        <Link href={`/imports?team=${teamSlug}`}>Imports</Link>
        <ChevronRight size={14} aria-hidden />
        <span>{conference.name}</span>
      </nav>
      <h1>{title}</h1>
      <p>
        {author && <span>{author}</span>}
        {publishedOn && <span>{formatDay(publishedOn)}</span>}
        {address && /^https?:$/.test(address.protocol) && (
          <span>
            <a href={address.href} rel="noreferrer">
              {address.host} <ArrowUpRight size={14} aria-hidden />
            </a>
          </span>
        )}
        {isKnown ? (
          <b role="status">
            Read before on {formatDay(createdAt)}: {counts.found}{" "}
            {counts.found === 1 ? "announcement" : "announcements"}
          </b>
        ) : (
          <span>Read in on {formatDay(createdAt)}</span>
        )}
      </p>
    </div>
  );
}
