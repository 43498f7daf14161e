import type { ImportCounts, ReviewCandidate } from "@/lib/catalogue/imports/types";

/** The candidate to look at after one is done: the next open one below, else the first open one, else the next line. */
export function nextOpen(candidates: readonly ReviewCandidate[], after: number, busy: ReadonlySet<string>): number {
  const open = candidates.filter(
    ({ id, number, resolution }) => resolution === "open" && number !== after && !busy.has(id),
  );
  const next = open.find(({ number }) => number > after) ?? open[0];
  return next?.number ?? step(candidates, after, 1);
}

/** The number one line below or above, or the same at either end. */
export function step(candidates: readonly ReviewCandidate[], from: number, by: 1 | -1): number {
  const at = candidates.findIndex(({ number }) => number === from);
  return candidates[at + by]?.number ?? from;
}

/** The counts of the whole import, when the lines on this page stand otherwise than they did when it was read. */
export function patchedCounts(
  counts: ImportCounts,
  before: readonly ReviewCandidate[],
  now: readonly ReviewCandidate[],
): ImportCounts {
  const moved = (resolution: ReviewCandidate["resolution"]) => count(now, resolution) - count(before, resolution);
  return {
    ...counts,
    created: counts.created + moved("create"),
    merged: counts.merged + moved("merge"),
    skipped: counts.skipped + moved("skip"),
    known: counts.known + moved("known"),
    left: counts.left + moved("open"),
  };
}

function count(candidates: readonly ReviewCandidate[], resolution: ReviewCandidate["resolution"]): number {
  return candidates.filter((candidate) => candidate.resolution === resolution).length;
}
