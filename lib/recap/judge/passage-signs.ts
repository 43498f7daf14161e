import { describeAvailability } from "../describe/availability";
import { isProductPage, linkKind } from "../describe/links";
import type { Block } from "../document";
import type { Proposal } from "../propose/proposal";
import { ANNOUNCING, BECAME_POSSIBLE, FACET_HEADING, NEWS } from "../vocabulary";

import { note, type Signs } from "./types";

/** What is said right with a name, not the whole essay. */
const NEAR = 400;
/** What an address leads to stands at its beginning. */
const MAX_ADDRESS = 2000;
const FIRST_PERSON = /\b(?:I|I['’]m|I['’]ve|my|me|we|our|us)\b/;
const TALK =
  /\b(?:session|talk(?:ed|s)?|speakers?|presented|presentation|workshop|panel|keynote|attended|demo(?:ed)?|slides|recording|watch|booth|stage)\b/i;
const ROLE =
  /\b(?:CTO|CEO|CIO|CISO|VP|SVP|founder|director|engineer|manager|architect|evangelist|developer advocate|speaker|author|host(?:ed)? by|presented by)\b/;
const ABOUT_OLD =
  /\b(?:already|last year|years? ago|used to|has been|have been|was (?:launched|announced|released) (?:in|at) (?:re:invent )?(?:20)?\d\d|existing)\b/i;
const OFFERS =
  /\b(?:allows?|enables?|lets?|helps?|provides?|offers?|supports?|gives?|makes? it|you can(?: now)?|can now|designed (?:to|for)|which is|is an?|are)\b/i;
const NEW_BEFORE = /\bnew(?:ly)?[\s\p{L}-]{0,20}$|\bnext.gen\w*[\s\p{L}-]{0,20}$/iu;
const NEW_AFTER =
  /^[\s"”*)]*(?:(?:is|are|was|were) (?:a |an |the |also )?(?:new|now|announced|launched|released|introduced|unveiled)\b|,? an? (?:brand.?)?new\b|now\b|[-–—:(]|will\b)/i;
const SOCIAL =
  /\/\/(?:www\.|mobile\.)?(?:twitter|x|linkedin|facebook|instagram|meetup|eventbrite|reddit|stackoverflow|wikipedia|[\w-]+\.wikipedia|slideshare|speakerdeck|medium)\.(?:com|org|net)|news\.ycombinator/i;
const VENDOR_SITE =
  /\/\/(?:[\w-]+\.)*(?:amazon|amazonaws|aws|microsoft|azure|windows|visualstudio|google|apple|github|kubernetes|cncf|docker|hashicorp|redhat|openai|nvidia|withgoogle|googleblog|blog\.google|android|firebase|flutter)\.(?:com|io|dev|org|net|google|blog)\b/i;
const CODE_SITE = /\/\/(?:www\.)?(?:github\.com|gitlab\.com|npmjs\.com|pypi\.org)\//i;

/** What the words and links around the name tell. */
export function addPassageSigns(signs: Signs, proposal: Proposal): void {
  addLinkSigns(signs, proposal);
  const passage = proposal.passage.slice(0, NEAR);
  const at = passage.indexOf(proposal.title);
  const rest = at < 0 ? passage : `${passage.slice(0, at)} ${passage.slice(at + proposal.title.length)}`;
  const below = proposal.body
    .slice(1, 4)
    .map((entry) => entry.block.text.slice(0, NEAR))
    .join("\n");
  const all = `${rest}\n${below}`;
  note(signs, "says news", NEWS.test(rest));
  note(signs, "says news below", NEWS.test(below));
  note(signs, "says announced before", at > 0 && ANNOUNCING.test(passage.slice(Math.max(0, at - 80), at)));
  note(
    signs,
    "says announced after",
    ANNOUNCING.test(passage.slice(at < 0 ? 0 : at + proposal.title.length).slice(0, 100)),
  );
  note(signs, "says new before", at > 0 && NEW_BEFORE.test(passage.slice(Math.max(0, at - 30), at)));
  note(
    signs,
    "says new after",
    at >= 0 && NEW_AFTER.test(passage.slice(at + proposal.title.length, at + proposal.title.length + 60)),
  );
  note(signs, "first in its passage", at >= 0 && at < 12);
  note(signs, "says became possible", BECAME_POSSIBLE.test(rest.slice(0, 200)));
  note(signs, "says availability", describeAvailability([all]) !== "unknown");
  note(signs, "says what it offers", OFFERS.test(all.slice(0, 250)));
  note(signs, "says I", FIRST_PERSON.test(rest));
  note(signs, "says talk", TALK.test(all));
  note(signs, "says role", ROLE.test(rest));
  note(signs, "says old", ABOUT_OLD.test(rest));
  note(
    signs,
    "facets below",
    proposal.body
      .slice(1)
      .some(({ block }) => /[?:]/.test(block.text.slice(0, 40)) && FACET_HEADING.test(block.text.slice(0, NEAR))),
  );
  const length = rest.replace(/\W+/g, " ").trim().length + below.length;
  note(signs, `text ${length < 4 ? "none" : length < 60 ? "line" : length < 250 ? "some" : "much"}`, true);
}

function addLinkSigns(signs: Signs, { marks, body, passage, entry }: Proposal): void {
  const url = marks.find((mark) => mark.url !== null)?.url?.slice(0, MAX_ADDRESS) ?? null;
  if (url === null) {
    note(signs, "link none", true);
    const near = body.slice(0, 4).map(({ block }) => linksIn(block));
    note(signs, "link below to announcement", near.includes("announcement"));
    note(
      signs,
      "link below",
      near.some((links) => links !== null),
    );
    return;
  }
  const isAddress = /^https?:\/\//i.test(url);
  note(signs, "link within the site", !isAddress);
  if (!isAddress) return;
  note(signs, `link ${linkKind(url)}`, true);
  note(signs, "link product page", isProductPage(url));
  note(signs, "link vendor site", VENDOR_SITE.test(url));
  note(signs, "link social", SOCIAL.test(url));
  note(signs, "link code", CODE_SITE.test(url));
  note(
    signs,
    "link is all",
    passage.length - entry.block.text.length <= 0 &&
      marks.some((mark) => mark.end - mark.start >= passage.trim().length - 3),
  );
}

type Links = "announcement" | "other" | null;

/** What the links of a block lead to, kept as long as the block, since every name in it asks. */
const known = new WeakMap<Block, { links: Links }>();

function linksIn(block: Block): Links {
  const kept = known.get(block) ?? { links: readLinks(block) };
  known.set(block, kept);
  return kept.links;
}

function readLinks({ marks }: Block): Links {
  const urls = marks.flatMap(({ url }) => url ?? []);
  if (urls.some((url) => linkKind(url) === "announcement")) return "announcement";
  return urls.length > 0 ? "other" : null;
}
