import { adoptSupport } from "@/lib/voting/support";

import type { ShortlistCandidate, ShortlistEntry, ShortlistStanding } from "./types";

/**
 * The shortlist of a team: what a lead decided to adopt, then what leans to adopt and nobody has settled, each by how well
 * adopting is supported and then by title. What was settled otherwise is not on it, whatever the marks say.
 */
export function selectShortlist(candidates: readonly ShortlistCandidate[]): ShortlistEntry[] {
  return candidates
    .flatMap((candidate) => {
      const standing = standingOf(candidate);
      return standing ? [{ ...candidate, standing, support: candidate.tally && adoptSupport(candidate.tally) }] : [];
    })
    .sort(byPlace)
    .map(({ id, standing, support }) => ({ id, standing, support }));
}

type Selected = ShortlistEntry & { title: string };

function standingOf({ decision, lean }: ShortlistCandidate): ShortlistStanding | null {
  if (decision !== null) return decision === "adopt" ? "decided" : null;
  return lean === "adopt" ? "leans" : null;
}

function byPlace(a: Selected, b: Selected): number {
  if (a.standing !== b.standing) return a.standing === "decided" ? -1 : 1;
  return (b.support ?? -1) - (a.support ?? -1) || compare(a.title, b.title) || compare(a.id, b.id);
}

const TITLES = new Intl.Collator("en", { numeric: true });

function compare(a: string, b: string): number {
  return TITLES.compare(a, b) || (a < b ? -1 : Number(a > b));
}
