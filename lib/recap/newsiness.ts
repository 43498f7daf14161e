import { linkKind } from "./describe/links";
import type { Document } from "./document";
import { ANNOUNCEMENTS_HEADING } from "./vocabulary";

const NEWS_WORDS =
  /\b(?:announc\w+|launch(?:ed|es|ing)|unveil\w*|released|releases|introduc(?:ed|es|ing)|(?:in|public|developer) preview|\(preview\)|\(ga\)|generally available|general availability|new (?:services?|features?|instances?|products?)|now (?:supports?|available|ga)|coming (?:soon|in 20\d\d))/gi;
/** Words of news beyond this many say no more. */
const ENOUGH = 3;
/** A post with this much code teaches. */
const MUCH_CODE = 3;

/**
 * How much more than usual must speak for a proposal, given what the post is: nothing in a recap; more when it
 * hardly speaks of news; most in a tutorial, which names services and features on every line without announcing.
 */
export function reserve(post: {
  document: Document;
  title: string | null;
  plain: string;
  isOfConference: boolean;
}): number {
  const { document, title, plain, isOfConference } = post;
  const words = plain.match(NEWS_WORDS)?.length ?? 0;
  const links = document.blocks
    .flatMap(({ marks }) => marks)
    .filter(({ url }) => url !== null && linkKind(url) === "announcement");
  const isNews = words + links.length >= ENOUGH || ANNOUNCEMENTS_HEADING.test(title ?? "");
  if (!isOfConference && document.codeBlocks >= MUCH_CODE && !ANNOUNCEMENTS_HEADING.test(title ?? "")) return 3;
  if (isNews) return 0;
  return isOfConference ? 0.5 : 1.5;
}
