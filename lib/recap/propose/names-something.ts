import { describeTitle } from "../describe/title";
import { ASIDE_HEADING, FACET_HEADING, GROUPING_HEADING, POINTING } from "../vocabulary";

import type { Proposal } from "./proposal";

/** A clause longer than this names nothing. */
const MAX_TITLE = 300;

const ADDRESS =
  /^(?:https?:\/\/|www\.)\S+$|^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|ms|co|ai|app|blog|edu|gov|info)(?:\/\S*)?$/i;
const STATUS_ALONE =
  /^(?:(?:now |in |public |private |limited |developer )*(?:preview|beta|alpha|ga)|generally available|general availability|coming soon|new|announced|launched|released|available(?: now| today)?)$/i;

/** "DOP309-R": how conferences number their sessions. */
const SESSION_CODE = /\b[A-Z]{3}\d{3}(?:-[A-Z]\d?)?\b/;
const SIGNPOST =
  /\b(?:web ?site|site|blogs?|docs?|documentation|guide|tutorial|page|newsletter|podcasts?|slides|recordings?|playlists?|keynotes?|videos?|talks?|sessions?|channel|faq)$|^(?:what.?s new|top announcements|all (?:the )?announcements)\b/i;

/** Short words that lead somewhere or group what follows name nothing: "AWS blogs site", "Services announced". */
function isSignpost(title: string): boolean {
  return title.split(" ").length <= 5 && (SIGNPOST.test(title) || GROUPING_HEADING.test(title));
}

/** Whether a proposal's words could be a name at all: not a sign, "here", "What it is:" or a link within the page. */
export function namesSomething({ title: raw, marks, entry }: Proposal): boolean {
  if (raw.length > MAX_TITLE || entry.isAside) return false;
  const title = describeTitle(raw);
  if (!/\p{L}{2}/u.test(title) && !/\p{L}\d|\d\p{L}/u.test(title)) return false;
  if (ADDRESS.test(title) || STATUS_ALONE.test(title)) return false;
  if (SESSION_CODE.test(title) || isSignpost(title)) return false;
  if (POINTING.test(title) || ASIDE_HEADING.test(title)) return false;
  if (FACET_HEADING.test(title) && (title.split(" ").length < 4 || /[?:]$/.test(raw))) return false;
  const links = marks.filter((mark) => mark.kind === "link");
  return links.length === 0 || links.some((mark) => mark.url !== null && /^(https?:)?\/\//i.test(mark.url));
}
