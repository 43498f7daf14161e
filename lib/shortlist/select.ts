import { adoptSupport } from "@/lib/voting/support";

import type { ShortlistCandidate, ShortlistEntry, ShortlistStanding } from "./types";

/**
 * The shortlist of a team: what a lead decided to adopt, in the lead's order, then what leans to adopt with at least `quorum`
 * marks and nobody has settled, by how well adopting is supported and then by title. What was settled otherwise is not on
 * it, whatever the marks say.
 */
export function selectShortlist(candidates: readonly ShortlistCandidate[], quorum: number): ShortlistEntry[] {
  return candidates
    .flatMap((candidate) => {
      const standing = standingOf(candidate, quorum);
      return standing ? [{ ...candidate, standing, support: candidate.tally && adoptSupport(candidate.tally) }] : [];
    })
    .sort(byPlace)
    .map(({ id, standing, support }) => ({ id, standing, support }));
}

type Selected = ShortlistEntry & Pick<ShortlistCandidate, "title" | "place">;

function standingOf({ decision, lean, tally }: ShortlistCandidate, quorum: number): ShortlistStanding | null {
  if (decision !== null) return decision === "adopt" ? "decided" : null;
  const marks = tally ? tally.adopt + tally.investigate + tally.ignore : 0;
  return lean === "adopt" && marks >= quorum ? "leans" : null;
}

function byPlace(a: Selected, b: Selected): number {
  if (a.standing !== b.standing) return a.standing === "decided" ? -1 : 1;
  // Of two at one place the page shows them by id, and moving knows them so too.
  if (a.standing === "decided") return (a.place ?? 0) - (b.place ?? 0) || (a.id < b.id ? -1 : Number(a.id > b.id));
  return (b.support ?? -1) - (a.support ?? -1) || compare(a.title, b.title) || compare(a.id, b.id);
}

const TITLES = new Intl.Collator("en", { numeric: true });

function compare(a: string, b: string): number {
  return TITLES.compare(a, b) || (a < b ? -1 : Number(a > b));
}
