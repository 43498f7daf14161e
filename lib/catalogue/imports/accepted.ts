import "server-only";

import type { Tx } from "@/lib/db/client";
import type { Candidate } from "@/lib/db/generated/client";

import { candidateDetails } from "./candidate-rows";
import type { CandidateDetails } from "./types";

/** A candidate that publishing takes along, with links and figures read. */
export type Accepted = Pick<
  Candidate,
  | "id"
  | "position"
  | "title"
  | "services"
  | "category"
  | "availability"
  | "vendorId"
  | "excerpt"
  | "take"
  | "section"
  | "resolution"
  | "announcementId"
> &
  CandidateDetails;

/** The accepted and known candidates of an import behind a number, in their order. */
export async function listAccepted(
  tx: Tx,
  importId: string,
  { after, take }: { after: number; take: number },
): Promise<Accepted[]> {
  const rows = await tx.candidate.findMany({
    where: { importId, resolution: { in: ["create", "merge", "known"] }, position: { gt: after } },
    orderBy: { position: "asc" },
    take,
    select: {
      id: true,
      position: true,
      title: true,
      services: true,
      category: true,
      availability: true,
      vendorId: true,
      links: true,
      figures: true,
      excerpt: true,
      take: true,
      section: true,
      resolution: true,
      announcementId: true,
    },
  });
  return rows.map((row) => ({ ...row, ...candidateDetails(row) }));
}
