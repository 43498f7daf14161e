import type { Problem } from "@/lib/errors/problem";
import type { Availability, CandidateLink, Category, Figure, Format, Place } from "@/lib/recap/types";

export type ImportState = "reviewing" | "published" | "discarded";
export type Resolution = "open" | "create" | "merge" | "skip";

/** How the candidates of an import were resolved; `found` is all of them. */
export type ImportCounts = { found: number; created: number; merged: number; skipped: number; left: number };

/** A line of the list of imports. */
export type ImportSummary = {
  id: string;
  title: string;
  state: ImportState;
  conference: { slug: string; name: string };
  createdAt: Date;
  createdBy: string;
  counts: ImportCounts;
};

/** The announcement a candidate is or would be merged with; `reason` is null for one that publishing made. */
export type CandidateMatch = { announcementId: string; slug: string; title: string; reason: string | null };

export type ReviewCandidate = {
  id: string;
  /** Counted from 1, in the order of the post. */
  number: number;
  version: number;
  title: string;
  services: string[];
  category: Category;
  availability: Availability;
  confidence: number;
  resolution: Resolution;
  match: CandidateMatch | null;
  place: Place | null;
};

/** An import as its review shows it: one page of candidates, and the text they stand in. */
export type ImportReview = Omit<ImportSummary, "createdBy"> & {
  teamSlug: string;
  format: Format;
  author: string | null;
  url: string | null;
  publishedOn: Date | null;
  publishedAt: Date | null;
  text: string;
  candidates: ReviewCandidate[];
  /** The number the next page starts after; null on the last. */
  after: number | null;
};

/** What is stored of a candidate besides its fields, as the reader gave it. */
export type CandidateDetails = { links: CandidateLink[]; figures: Figure[] };

/** The answer to a reviewer: what is stored now, and why it is not what they asked for. */
export type Resolved = { problem: Problem | null; candidate: ReviewCandidate | null };
