import "server-only";

import { z } from "zod";

import type { Prisma } from "@/lib/db/generated/client";
import { CATEGORIES, FIGURE_KINDS, LINK_KINDS, type CandidateLink } from "@/lib/recap/types";

import type { CandidateDetails, ReviewCandidate } from "./types";

/** What a review shows of a candidate. */
export const candidateSelect = {
  id: true,
  position: true,
  version: true,
  title: true,
  services: true,
  category: true,
  availability: true,
  confidence: true,
  resolution: true,
  matchReason: true,
  startOffset: true,
  endOffset: true,
  announcement: { select: { id: true, slug: true, title: true } },
} as const satisfies Prisma.CandidateSelect;

type CandidateRow = Prisma.CandidateGetPayload<{ select: typeof candidateSelect }>;

/** Begins the reason of a candidate that an earlier edition's review skipped. */
export const SKIPPED_BEFORE = "skipped on ";

function isCarried({ resolution, matchReason }: CandidateRow): boolean {
  return resolution === "skip" && matchReason !== null && matchReason.startsWith(SKIPPED_BEFORE);
}

const category = z.enum(CATEGORIES).catch("other");

/** A candidate as the review shows it. */
export function toReviewCandidate(row: CandidateRow): ReviewCandidate {
  const { id, position, version, title, services, availability, confidence, resolution } = row;
  return {
    id,
    number: position,
    version,
    title,
    services,
    category: category.parse(row.category),
    availability,
    confidence,
    resolution,
    match: row.announcement && {
      announcementId: row.announcement.id,
      slug: row.announcement.slug,
      title: row.announcement.title,
      reason: row.matchReason,
    },
    reason: resolution === "known" || isCarried(row) ? row.matchReason : null,
    place: row.startOffset === null || row.endOffset === null ? null : { start: row.startOffset, end: row.endOffset },
  };
}

const links = z.array(z.object({ url: z.string(), kind: z.enum(LINK_KINDS) }));
const details = z.object({
  links,
  figures: z.array(
    z.object({
      text: z.string(),
      kind: z.enum(FIGURE_KINDS),
      value: z.number().nullable(),
      unit: z.string().nullable(),
    }),
  ),
});

/** Links and figures of a candidate out of their JSON columns. Throws when the reader never wrote them. */
export function candidateDetails(row: { links: unknown; figures: unknown }): CandidateDetails {
  return details.parse(row);
}

/** The same for the links alone. */
export function candidateLinks(column: unknown): CandidateLink[] {
  return links.parse(column);
}
