import Link from "next/link";

import { announcementPath, boardPath } from "@/components/paths";
import { Page } from "@/components/shell/page";
import { buttonClass } from "@/components/ui/button-class";
import type { ImportReview, ReviewCandidate } from "@/lib/catalogue/imports/types";

import { ImportUndo } from "./import-undo";
import { KnownLink } from "./known-link";
import { ListLine } from "./list-line";
import { PageLinks } from "./page-links";

type Props = { review: ImportReview; heading: React.ReactNode; isKnownShown: boolean };

/** An import that is over, or in which nothing was found: what it did, and where to go on. */
export function ImportSummary({ review, heading, isKnownShown }: Props) {
  const { id, conference, teamSlug, counts } = review;
  return (
    <div className="imp">
      <header className="imp-head">{heading}</header>
      <Page isNarrow>
        <p role="status" className="text-lg tracking-tight text-ink">
          {outcome(review)}
        </p>
        <p className="mt-4 flex flex-wrap gap-2">
          {review.state === "published" && (
            <Link className={buttonClass("primary")} href={boardPath(teamSlug, conference.slug)}>
              Open the board
            </Link>
          )}
          <Link className={buttonClass()} href={`/imports/new?team=${teamSlug}&conference=${conference.slug}`}>
            Read another post
          </Link>
        </p>
        {review.state === "published" && (
          <>
            <ImportUndo importId={id} counts={counts} />
            <Done review={review} />
            <KnownLink review={review} isShown={isKnownShown} />
          </>
        )}
      </Page>
    </div>
  );
}

function outcome({ state, counts }: ImportReview): string {
  const { found, created, merged, skipped, known, left } = counts;
  if (state === "published") {
    const rest = [left > 0 && `${left} left out`, known > 0 && `${known} were already here`].filter(Boolean);
    return `Published: ${[`${created} created`, `${merged} merged`, `${skipped} skipped`, ...rest].join(", ")}.`;
  }
  if (state === "discarded") return "Discarded. Nothing of it was added; the post can be read in again.";
  return found === 0
    ? "No announcement found in this post. It is kept here; read another one, or paste the list without what is around it."
    : "";
}

function Done({ review }: { review: ImportReview }) {
  return (
    <>
      <ul className="mt-6 border-t border-line">
        {review.candidates.map((candidate) => (
          <ListLine key={candidate.id} state={STANDING[candidate.resolution]}>
            <Announcement candidate={candidate} teamSlug={review.teamSlug} />
          </ListLine>
        ))}
      </ul>
      <PageLinks review={review} />
    </>
  );
}

function Announcement({ candidate, teamSlug }: { candidate: ReviewCandidate; teamSlug: string }) {
  const { match, resolution, title } = candidate;
  const isThere = match && (resolution === "create" || resolution === "merge");
  if (!isThere) return <span className="font-medium text-ink">{title}</span>;
  return (
    <Link href={announcementPath(teamSlug, match.slug)} prefetch={false} className="font-medium text-ink">
      {match.title}
    </Link>
  );
}

const STANDING: Record<ReviewCandidate["resolution"], string> = {
  create: "Created",
  merge: "Merged",
  skip: "Skipped",
  known: "Already here",
  open: "Left out",
};
