import type { Availability } from "../types";

const PREVIEW =
  /\b(?:(?:public|private|limited|gated|developer|open|tech(?:nical)?|closed) (?:preview|beta)|(?:in|as|a|of|into) (?:a )?(?:preview|beta)|preview of|early access|available (?:in|as|for) (?:a )?(?:\w+ )?preview|beta\b|preview (?:state|mode|version|release|available|today|now))|[([](?:now |in |public |limited |private )*(?:preview|beta)\b|\bpreview$/i;
const COMING =
  /\b(?:coming (?:soon|later|in|to|next|early|this|out)|in the works|will (?:be (?:available|released|launch\w*|generally)|launch|ship|arrive|come|become)|not (?:yet )?(?:released|available) yet|(?:isn.t|is not|aren.t) (?:released|available|out) yet|available (?:in )?(?:early|late|mid|later)|later (?:this|next) year|available (?:later|next|in (?:q[1-4]|20\d\d))|planned for|on the roadmap|expected (?:in|to (?:launch|ship|be released))|pre-?announced|sometime in)\b|[([]coming\b/i;
const GA =
  /\b(?:generally available|general availability|now ga|in ga|is ga|are ga|went ga|available (?:today|now|immediately|starting today)|now available)\b|[([](?:now )?ga[)\]\s,]/i;

/**
 * Availability as the passages state it; the first one that states anything decides. Within one, a preview or a
 * date to come is more telling than "available", which often tells of the region.
 */
export function describeAvailability(passages: readonly string[]): Availability {
  for (const passage of passages) {
    if (COMING.test(passage) && !/\bcoming (?:months|weeks|years|days)\b/i.test(passage)) return "coming";
    if (PREVIEW.test(passage)) return "preview";
    if (GA.test(passage)) return "ga";
  }
  return "unknown";
}
