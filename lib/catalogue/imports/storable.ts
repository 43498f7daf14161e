import type { Candidate } from "@/lib/recap/types";

import { MAX_TITLE } from "./schema";

/** What is stored of a candidate: the reader's, with the vendor's own id or the feed's guid where there is one. */
export type FoundCandidate = Candidate & { vendorId?: string | null };

/** PostgreSQL keeps neither NUL nor half a surrogate pair; the replacement is as long, so that places stay. */
export function storable(text: string): string {
  return text.replace(/\p{Surrogate}|\0/gu, "\uFFFD");
}

/** A candidate in texts that the database takes, its title no longer than a title may be. */
export function storableCandidate(candidate: FoundCandidate): FoundCandidate {
  const { title, services, links, figures, take, excerpt, section, vendorId } = candidate;
  return {
    ...candidate,
    title: storable(title).slice(0, MAX_TITLE),
    services: services.map(storable),
    links: links.map((link) => ({ ...link, url: storable(link.url) })),
    figures: figures.map((figure) => ({ ...figure, text: storable(figure.text) })),
    take: take && storable(take),
    excerpt: storable(excerpt),
    section: section && storable(section),
    vendorId: vendorId ? storable(vendorId) : null,
  };
}
