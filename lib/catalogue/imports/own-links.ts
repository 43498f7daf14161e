import type { CandidateLink } from "@/lib/recap/types";

import { canonicalUrl } from "../canonical-url";

/**
 * For each candidate of one reading the canonical links that are its own. A link that several share is a page about all
 * of them, and a video seldom is about one alone: neither tells what a candidate is.
 */
export function ownLinks(candidates: readonly (readonly CandidateLink[])[]): string[][] {
  const shared = sharedLinks(candidates);
  return candidates.map((links) => ownLinksOf(links, shared));
}

/** The canonical links that more than one candidate of a reading carries. */
export function sharedLinks(candidates: readonly (readonly CandidateLink[])[]): Set<string> {
  const [once, shared] = [new Set<string>(), new Set<string>()];
  for (const links of candidates) {
    for (const link of canonicalLinks(links)) {
      if (once.has(link)) shared.add(link);
      once.add(link);
    }
  }
  return shared;
}

/** The links of one candidate without those that it shares. */
export function ownLinksOf(links: readonly CandidateLink[], shared: ReadonlySet<string>): string[] {
  return canonicalLinks(links).filter((link) => !shared.has(link));
}

function canonicalLinks(links: readonly CandidateLink[]): string[] {
  return [...new Set(links.flatMap(({ url, kind }) => (kind === "video" ? [] : (canonicalUrl(url) ?? []))))];
}
