import { findServices } from "../services/find-services";
import type { Vendor } from "../services/gazetteer";

/** A title is read in a row of a list. */
const MAX_TITLE = 160;

const STATUS =
  /\s*[([](?:now )?(?:in )?(?:(?:public|private|limited|developer|open|closed|gated) )?(?:preview|ga|beta|alpha|generally available|general availability|coming soon|coming|new|available now|early access|in the works)[^)\]]{0,30}[)\]]/gi;
const OPENING =
  /^(?:we(?:'re| are) )?(?:(?:announcing|introducing|announced|meet|new)\s*[:–—-]?\s+(?:the\s+)?(?:(?:general )?availability of |preview of |launch of |release of )?)+/i;
const CLAUSE_OPENING =
  /^(?:the |a |an )?(?:(?:public |limited )?(?:release|preview|launch|announcement|introduction|availability|general availability|support) of |releasing |launching |new )(?:the |a |an )?/i;

/** A short form that is all the title says becomes the whole name of its service: "Proton" is "AWS Proton". */
export function fullName(title: string, vendor: Vendor | null): string {
  const [service, ...others] = findServices(title, vendor);
  if (!service || others.length > 0) return title;
  const words = (text: string) =>
    ` ${text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()} `;
  return words(service).includes(words(title)) ? service : title;
}

/** The name without number, "Announcing", status in brackets, or closing marks. */
export function describeTitle(raw: string): string {
  const plain = raw
    .replace(/\s+/g, " ")
    .replace(/\p{Extended_Pictographic}\ufe0f?/gu, "")
    .replace(/^[\s\p{P}\p{S}]*\d{1,3}[.)]\s+/u, "")
    .replace(/^[\s*_#:–—-]+/, "")
    .replace(STATUS, "")
    .replace(OPENING, "")
    .replace(CLAUSE_OPENING, "")
    .replace(/^[\s"“”'‘*_#:–—-]+|[\s"“”'‘’*_:;,.–—!-]+$/gu, "");
  return shorten(capitalise(plain));
}

function capitalise(title: string): string {
  return /^\p{Ll}+(?:[\s,-]|$)/u.test(title) ? title.charAt(0).toUpperCase() + title.slice(1) : title;
}

function shorten(title: string): string {
  if (title.length <= MAX_TITLE) return title;
  const cut = title.slice(0, MAX_TITLE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), MAX_TITLE / 2))}…`;
}
