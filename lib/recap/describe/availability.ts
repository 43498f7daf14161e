import { sentencesOf } from "../sentences";
import type { Availability } from "../types";

const PREVIEW =
  /\b(?:(?:public|private|limited|gated|developer|open|tech(?:nical)?|closed) (?:preview|beta)|(?:in|as|a|of|into) (?:a )?(?:preview|beta)|preview of|early access|available (?:in|as|for) (?:a )?(?:\w+ )?preview|beta\b|preview (?:state|mode|version|release|available|today|now))|[([](?:now |in |public |limited |private )*(?:preview|beta)\b|\bpreview$/i;
const COMING =
  /\b(?:coming (?:soon|later|in|to|next|early|this|out)|in the works|will (?:be (?:available|released|launch\w*|generally)|launch|ship|arrive|come|become)|not (?:yet )?(?:released|available) yet|(?:isn.t|is not|aren.t) (?:released|available|out) yet|available (?:in )?(?:early|late|mid|later)|later (?:this|next) year|available (?:later|next|in (?:q[1-4]|20\d\d))|planned for|on the roadmap|expected (?:in|to (?:launch|ship|be released))|pre-?announced|sometime in)\b|[([]coming\b/i;
const GA =
  /\b(?:generally available|general availability|now ga|in ga|is ga|are ga|went ga|available (?:today|now|immediately|starting today)|now available)\b|[([](?:now )?ga[)\]\s,]/i;

/** "In the coming months" dates nothing. */
const SOON_MONTHS = /\bcoming (?:months|weeks|years|days)\b/i;

/** A state set before or after a name, in brackets or at its end: "GA: X", "[Beta] X", ".NET 8 Preview 4". */
const MARKED: readonly (readonly [RegExp, Availability])[] = [
  [/^\W*(?:coming soon|upcoming|in development)\s*[:–—-]|[[(【](?:coming soon|coming)[\])】]/i, "coming"],
  [
    /^\W*(?:(?:public|private|limited) )?(?:preview|beta|alpha)\s*[:–—-]|[[(【](?:alpha|beta|preview)[\])】]|\b(?:preview|alpha|beta)(?: \d+)?\W*$/i,
    "preview",
  ],
  [
    /^\W*(?:GA|generally available|general availability|launched)\s*[:–—-]|^\W*GA\b|[[(【](?:GA|generally available)[\])】]|\bGA\W*$/,
    "ga",
  ],
];

/** What a section's heading says of all that stands in it: "Released", "Public previews". */
const SECTIONS: readonly (readonly [RegExp, Availability])[] = [
  [/^\W*(?:coming soon|upcoming|on the roadmap|what.?s next)\W*$/i, "coming"],
  [/^\W*(?:(?:in |public |private |new )*(?:preview|beta)s?(?: \/ announced| releases)?)\W*$/i, "preview"],
  [/^\W*(?:GA|(?:now )?generally available|general availability|released|ga releases)\W*$/i, "ga"],
];

/** What comes later may be a region, an integration or a further version, and not what was announced. */
const OF_SOMETHING_ELSE =
  /\b(?:regions?|integrat\w+|support|others?|additional|more|further|features?|capabilit\w+|locations?|languages?|countries|sizes|versions?|plans?|also|later on)\b/i;

/** "This feature" is what was announced. */
const ITSELF = /\b(?:this|the new) (?:features?|capabilit\w+|integrations?|support|versions?)\b/gi;

/** The state that a title carries before, behind or in brackets beside the name; "unknown" when it carries none. */
export function markedAvailability(title: string): Availability {
  return MARKED.find(([pattern]) => pattern.test(title))?.[1] ?? "unknown";
}

/** The state that a section's heading gives all it holds; "unknown" for other headings. */
export function sectionAvailability(heading: string): Availability {
  return SECTIONS.find(([pattern]) => pattern.test(heading))?.[1] ?? "unknown";
}

/**
 * Availability as the passages state it; the first one that states anything decides. Within one, a preview or a
 * date to come is more telling than "available", which often tells of the region.
 */
export function describeAvailability(passages: readonly string[]): Availability {
  for (const [index, passage] of passages.entries()) {
    if (isComing(passage, index === 0)) return "coming";
    if (PREVIEW.test(passage)) return "preview";
    if (GA.test(passage)) return "ga";
  }
  return "unknown";
}

/** The first passage is the name itself; in what follows, only a sentence about it counts. */
function isComing(passage: string, isName: boolean): boolean {
  if (isName) return COMING.test(passage) && !SOON_MONTHS.test(passage);
  return sentencesOf(passage).some(
    ({ text }) => COMING.test(text) && !SOON_MONTHS.test(text) && !OF_SOMETHING_ELSE.test(text.replace(ITSELF, "")),
  );
}
