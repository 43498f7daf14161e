import type { CandidateLink, LinkKind } from "../types";

const KINDS: readonly (readonly [RegExp, LinkKind])[] = [
  [
    /youtube\.com|youtu\.be|vimeo\.com|channel9\.msdn|twitch\.tv|awsevents\.com|developer\.apple\.com\/videos/i,
    "video",
  ],
  [/\/about-aws\/whats-new\/|aws\.amazon\.com\/(?:[a-z_]{2,6}\/)?(?:blogs|new)\//i, "announcement"],
  [
    /azure\.microsoft\.com\/(?:[a-z-]{2,6}\/)?(?:updates|blog)|devblogs\.microsoft\.com|techcommunity\.microsoft\.com|blogs\.(?:windows|msdn|technet|microsoft)|news\.microsoft\.com/i,
    "announcement",
  ],
  [
    /cloud\.google\.com\/blog|blog\.google|android-developers\.googleblog|cloud\.google\.com\/.*release-notes/i,
    "announcement",
  ],
  [
    /apple\.com\/newsroom|developer\.apple\.com\/news|kubernetes\.io\/blog|cncf\.io\/(?:blog|announcements)|github\.blog|businesswire\.com|prnewswire\.com/i,
    "announcement",
  ],
  [
    /^https?:\/\/docs?\.|\/docs?\/|\/documentation\b|learn\.microsoft\.com|docs\.microsoft\.com|msdn\.microsoft\.com\/(?:[a-z-]+\/)?library|readthedocs/i,
    "documentation",
  ],
];
const PRODUCT_PAGE =
  /^https?:\/\/(?:aws\.amazon\.com\/(?!blogs|about-aws|events|training|careers|builders-library|podcasts|summits|reinvent)[\w-]+(?:\/[\w-]+){0,2}\/?(?:[?#]|$)|azure\.microsoft\.com\/(?:[a-z-]{5}\/)?(?:services|products)\/|cloud\.google\.com\/(?!blog|docs)[\w-]+\/?(?:[?#]|$)|developer\.apple\.com\/(?!videos|news)[\w-]+|www\.apple\.com\/[\w-]+)/i;

/** Nobody follows a longer address. */
const MAX_ADDRESS = 2000;

/** What a link leads to, told by its address. */
export function linkKind(url: string): LinkKind {
  const start = url.slice(0, MAX_ADDRESS);
  return KINDS.find(([pattern]) => pattern.test(start))?.[1] ?? "other";
}

/** True for a vendor's page about one product. */
export function isProductPage(url: string): boolean {
  return PRODUCT_PAGE.test(url.slice(0, MAX_ADDRESS));
}

/** Links worth keeping, each address once: whole addresses, not anchors, mail or scripts. */
export function describeLinks(urls: readonly (string | null)[]): CandidateLink[] {
  const kept = new Map<string, CandidateLink>();
  for (const url of urls) {
    if (url && /^https?:\/\/[^\s]+$/i.test(url) && url.length < MAX_ADDRESS && !kept.has(url))
      kept.set(url, { url, kind: linkKind(url) });
  }
  return [...kept.values()];
}
