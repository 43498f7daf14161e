import { isProductPage, linkKind } from "./describe/links";
import { describeTitle } from "./describe/title";
import type { Proposal } from "./propose/proposal";
import { findServiceMentions } from "./services/find-services";
import type { Vendor } from "./services/gazetteer";
import {
  ANNOUNCEMENTS_HEADING,
  ANNOUNCING,
  ASIDE_HEADING,
  BECAME_POSSIBLE,
  FACET_HEADING,
  HAPPENING,
  NEWS,
  POINTING,
} from "./vocabulary";

/** Where a list item or a heading ends to be a name and starts to be a sentence. */
const LONG_NAME = 110;

/** How much speaks for a proposal on its own, whatever the rest of the post is like; null when it cannot be one. */
export function weigh(proposal: Proposal, vendor: Vendor | null): number | null {
  const title = describeTitle(proposal.title);
  if (!namesSomething(proposal, title)) return null;
  return (
    titleWeight(proposal.title, title, vendor) +
    linkWeight(proposal) +
    passageWeight(proposal) +
    sectionWeight(proposal)
  );
}

function namesSomething(proposal: Proposal, title: string): boolean {
  if (proposal.title.length > 4 * LONG_NAME) return false;
  if (!/\p{L}{2}/u.test(title) && !/\p{L}\d|\d\p{L}/u.test(title)) return false;
  if (POINTING.test(title) || proposal.entry.isAside || ASIDE_HEADING.test(title)) return false;
  if (FACET_HEADING.test(title) && (title.split(" ").length < 4 || /[?:]$/.test(proposal.title))) return false;
  const links = proposal.marks.filter((mark) => mark.kind === "link");
  return links.length === 0 || links.some((mark) => mark.url !== null && /^(https?:)?\/\//i.test(mark.url));
}

function titleWeight(raw: string, title: string, vendor: Vendor | null): number {
  let weight = 0;
  if (findServiceMentions(title, vendor).length > 0) weight += 1.5;
  if (/^(?:AWS|Amazon|Azure|Google|Microsoft|Apple|GitHub) \p{Lu}/u.test(title)) weight += 0.5;
  if (BECAME_POSSIBLE.test(raw)) weight += 1.5;
  if (HAPPENING.test(title)) weight -= 2;
  if (title.length > LONG_NAME) weight -= 1.5;
  if (/^(?:I|we|my|our|you|there|it|this|these|they)\b/i.test(title)) weight -= 1.5;
  return weight;
}

function linkWeight({ marks }: Proposal): number {
  const url = marks.find((mark) => mark.url !== null)?.url;
  if (!url) return 0;
  if (isProductPage(url)) return 1;
  return { announcement: 2, documentation: -1, video: -1, other: 0 }[linkKind(url)];
}

function passageWeight({ convention, passage, body, title }: Proposal): number {
  const saysNews =
    NEWS.test(passage.slice(0, 400)) || body.slice(0, 4).some((entry) => NEWS.test(entry.block.text.slice(0, 400)));
  const hasFacets = body
    .slice(1)
    .some(({ block }) => FACET_HEADING.test(block.text) && /[?:]/.test(block.text.slice(0, 40)));
  if (convention === "announcing") return 3.5;
  if (convention === "inline") return ANNOUNCING.test(passage) ? 1 : 0;
  return (
    (saysNews ? 0.5 : 0) +
    (hasFacets ? 1.5 : 0) +
    (BECAME_POSSIBLE.test(passage.replace(title, "").slice(0, 60)) ? 0.5 : 0)
  );
}

function sectionWeight({ entry }: Proposal): number {
  const inner = entry.headings.at(-1);
  if (!inner) return 0;
  if (inner.role === "announcements" || (inner.role !== "title" && ANNOUNCEMENTS_HEADING.test(inner.text))) return 1;
  return inner.role === "category" ? 0.5 : 0;
}
