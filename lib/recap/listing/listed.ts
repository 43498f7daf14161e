import { describeAvailability } from "../describe/availability";
import { describeCategory } from "../describe/category";
import { describeFigures } from "../describe/figures";
import { describeLinks } from "../describe/links";
import { describeTake } from "../describe/take";
import { describeTitle, fullName } from "../describe/title";
import { htmlText } from "../parse/html";
import { repairMojibake } from "../parse/mojibake";
import { findServices, vendorOf } from "../services/find-services";
import type { Candidate, Place, SourceFacts } from "../types";

/** One entry of a feed or a table: said to be an announcement by where it stands. `text` may be HTML. */
export type Listed = { title: string; text: string; url: string | null; section: string | null; place: Place | null };

export type Listing = { facts: SourceFacts; entries: Listed[] };

const MAX_EXCERPT = 600;
/** A list says of itself that it announces; a person still confirms. */
const CONFIDENCE = 0.9;
const STATUS_OPENING =
  /^(?:generally available|public preview|private preview|preview|in preview|in development|now available|ga)\s*[:–—-]\s*/i;

/** The candidate of a list entry; null when it has no title. */
export function describeListed(entry: Listed): Candidate | null {
  const raw = htmlText(repairMojibake(entry.title));
  const text = htmlText(repairMojibake(entry.text));
  const vendor = vendorOf(`${raw} ${text} ${entry.url ?? ""}`);
  const title = fullName(describeTitle(raw.replace(STATUS_OPENING, "")), vendor);
  if (title === "") return null;
  const titled = findServices(title, vendor);
  return {
    title,
    services: (titled.length > 0 ? titled : findServices(text, vendor)).slice(0, 4),
    category: describeCategory({ title, context: [text], section: null, vendor }),
    availability: describeAvailability([raw, text]),
    links: describeLinks([entry.url]),
    figures: describeFigures(`${raw}\n${text}`),
    take: describeTake([text]),
    excerpt: text.slice(0, MAX_EXCERPT) || raw,
    section: entry.section,
    confidence: CONFIDENCE,
    place: entry.place,
  };
}
