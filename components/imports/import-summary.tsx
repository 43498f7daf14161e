import Link from "next/link";

import { announcementPath, boardPath } from "@/components/paths";
import { buttonClass } from "@/components/ui/button-class";
import type { ImportReview, ReviewCandidate } from "@/lib/catalogue/imports/types";

import { PageLinks } from "./page-links";

/** An import that is over, or in which nothing was found: what it did, and where to go on. */
export function ImportSummary({ review, heading }: { review: ImportReview; heading: React.ReactNode }) {
  const { conference, teamSlug } = review;
  return (
    <div className="imp">
      <header className="imp-head">{heading}</header>
      <div className="imp-page narrow">
        <p className="imp-outcome" role="status">
          {outcome(review)}
        </p>
        <p className="imp-buttons">
          {review.state === "published" && (
            <Link className={buttonClass("primary")} href={boardPath(teamSlug, conference.slug)}>
              Open the board
            </Link>
          )}
          <Link className={buttonClass()} href={`/imports/new?team=${teamSlug}&conference=${conference.slug}`}>
            Read another post
          </Link>
        </p>
        {review.state === "published" && <Done review={review} />}
      </div>
    </div>
  );
}

function outcome({ state, counts }: ImportReview): string {
  const { found, created, merged, skipped, left } = counts;
  if (state === "published") {
    const rest = left > 0 ? `${skipped} skipped, ${left} left out` : `${skipped} skipped`;
    return `Published: ${created} created, ${merged} merged, ${rest}.`;
  }
  if (state === "discarded") return "Discarded. Nothing of it was added; the post can be read in again.";
  return found === 0
    ? "No announcement found in this post. It is kept here; read another one, or paste the list without what is around it."
    : "";
}

function Done({ review }: { review: ImportReview }) {
  return (
    <>
      <ul className="imp-list">
        {review.candidates.map((candidate) => (
          <li key={candidate.id}>
            <Announcement candidate={candidate} teamSlug={review.teamSlug} />
            <p className="imp-state">{STANDING[candidate.resolution]}</p>
          </li>
        ))}
      </ul>
      <PageLinks review={review} />
    </>
  );
}

function Announcement({ candidate, teamSlug }: { candidate: ReviewCandidate; teamSlug: string }) {
  const { match, resolution, title } = candidate;
  const isThere = match && (resolution === "create" || resolution === "merge");
  if (!isThere) return <span>{title}</span>;
  return (
    <Link href={announcementPath(teamSlug, match.slug)} prefetch={false}>
      {match.title}
    </Link>
  );
}

const STANDING: Record<ReviewCandidate["resolution"], string> = {
  create: "Created",
  merge: "Merged",
  skip: "Skipped",
  open: "Left out",
};
