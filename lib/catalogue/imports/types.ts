import type { Problem } from "@/lib/errors/problem";
import type { Availability, CandidateLink, Category, Figure, Format, Place } from "@/lib/recap/types";

export type ImportState = "reading" | "reviewing" | "published" | "discarded";
/** `known` is what an earlier edition of the same source brought in; it needs no answer. */
export type Resolution = "open" | "create" | "merge" | "skip" | "known";

/** How the candidates of an import were resolved; `found` is all of them. */
export type ImportCounts = {
  found: number;
  created: number;
  merged: number;
  skipped: number;
  /** Of the skipped those that the review of an earlier edition skipped. */
  skippedBefore: number;
  known: number;
  left: number;
};

/** The counts of an import without candidates. */
export const NO_COUNTS: ImportCounts = {
  found: 0,
  created: 0,
  merged: 0,
  skipped: 0,
  skippedBefore: 0,
  known: 0,
  left: 0,
};

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
  /** Why it stands as it does without anybody's answer: "already here from 3 Dec 2020", "skipped on 3 Dec 2020". */
  reason: string | null;
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
