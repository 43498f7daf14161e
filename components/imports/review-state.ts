import { hasSureMatch } from "@/lib/catalogue/imports/sure";
import type { Acceptable } from "@/lib/catalogue/imports/review-queries";
import type { ImportCounts, ReviewCandidate } from "@/lib/catalogue/imports/types";
import { AVAILABILITIES, CATEGORIES } from "@/lib/recap/types";

type Candidates = readonly ReviewCandidate[];

/** The candidate to look at after one is done: the next open one below, else the first open one, else the next line. */
export function nextOpen(candidates: Candidates, after: number): number {
  const open = candidates.filter(({ number, resolution }) => resolution === "open" && number !== after);
  const next = open.find(({ number }) => number > after) ?? open[0];
  return next?.number ?? step(candidates, after, 1);
}

/** The number one line below or above, or the same at either end. */
export function step(candidates: Candidates, from: number, by: 1 | -1): number {
  const at = candidates.findIndex(({ number }) => number === from);
  return candidates[at + by]?.number ?? from;
}

/** The counts of the whole import, when the lines on this page stand otherwise than they did when it was read. */
export function patchedCounts(counts: ImportCounts, before: Candidates, now: Candidates): ImportCounts {
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

/** How many each confidence would take of the whole import, patched in the same way. */
export function patchedAcceptable(
  acceptable: readonly Acceptable[],
  before: Candidates,
  now: Candidates,
): Acceptable[] {
  return acceptable.map(({ above, takes }) => ({
    above,
    takes: takes + countAbove(now, above) - countAbove(before, above),
  }));
}

/** How a candidate will stand once its form is stored, to be shown until it is; fields that cannot be, stay. */
export function predict(candidate: ReviewCandidate, form: FormData): ReviewCandidate {
  const asked = form.get("resolution");
  const target = form.get("announcementId");
  const isNew = target === "" || (target === null && candidate.resolution === "create") || !(target || candidate.match);
  const resolution = asked === "accept" ? (isNew ? "create" : "merge") : RESOLUTIONS.find((one) => one === asked);
  const services = text(form, "services")
    ?.split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  return {
    ...candidate,
    title: text(form, "title")?.trim() || candidate.title,
    services: services ?? candidate.services,
    category: CATEGORIES.find((one) => one === form.get("category")) ?? candidate.category,
    availability: AVAILABILITIES.find((one) => one === form.get("availability")) ?? candidate.availability,
    resolution: resolution ?? candidate.resolution,
    // The title of one that was chosen comes with the answer.
    match: !target || target === candidate.match?.announcementId ? candidate.match : null,
  };
}

/** The form that takes a candidate back to how it stood. */
export function formBack(importId: string, before: ReviewCandidate): FormData {
  const form = new FormData();
  form.set("importId", importId);
  form.set("candidateId", before.id);
  form.set("resolution", before.resolution);
  form.set("title", before.title);
  form.set("services", before.services.join(", "));
  form.set("category", before.category);
  form.set("availability", before.availability);
  form.set("announcementId", before.resolution === "create" ? "" : (before.match?.announcementId ?? ""));
  return form;
}

/** What became of a candidate, for the line that offers to undo it. */
export function sayChange(before: ReviewCandidate, { number, title, resolution, match }: ReviewCandidate): string {
  const name = `${number}, ${title}`;
  if (before.resolution === resolution && resolution !== "merge") return `Stored: ${name}`;
  if (resolution === "skip") return `Skipped: ${name}`;
  if (resolution === "open") return `Open again: ${name}`;
  return resolution === "merge" && match ? `Merges with ${match.title}: ${name}` : `Accepted as new: ${name}`;
}

const RESOLUTIONS = ["open", "create", "merge", "skip"] as const;

function text(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === "string" ? value : undefined;
}

function count(candidates: Candidates, resolution: ReviewCandidate["resolution"]): number {
  return candidates.filter((candidate) => candidate.resolution === resolution).length;
}

function countAbove(candidates: Candidates, above: number): number {
  return candidates.filter(
    ({ resolution, confidence, match }) => resolution === "open" && confidence >= above && hasSureMatch(match),
  ).length;
}
