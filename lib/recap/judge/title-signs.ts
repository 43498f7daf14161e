import { describeTitle } from "../describe/title";
import type { Proposal } from "../propose/proposal";
import { findServiceMentions } from "../services/find-services";
import type { Service } from "../services/gazetteer";
import { introducedIn } from "../services/introduced";
import { BECAME_POSSIBLE, FACET_HEADING, HAPPENING, POINTS } from "../vocabulary";

import { note, type Post, type Signs } from "./types";

const STATUS =
  /[([](?:now |in |public |private |limited )*(?:preview|beta|ga|generally available|coming soon|new)\b|^\W*(?:(?:public|private|limited) preview|preview|ga|generally available|new|beta|in (?:public )?preview|coming soon)\s*[:–—-]/i;
const OPENS_WITH_NEWS =
  /^\W*(?:announcing|introducing|new|meet|announced|launched|launch(?:ing)?|released?|releasing|unveiling|say hello)\b/i;
const CLAUSE =
  /\b(?:is|are|was|were|has|have|had|will|can|could|would|should|does|do|did|let|lets|makes?|it|you|we|they)\b/i;
const INSTRUCTIVE =
  /^\W*(?:how\b|using\b|building\b|build\b|creating\b|create\b|getting\b|get\b|managing\b|deploy(?:ing)?\b|install(?:ing)?\b|set(?:ting)? up|configur\w+|running\b|why\b|what\b|best practices|deep dive|tips\b|a\b|an\b|the\b|from\b|lessons?\b|learn\w*\b|understanding\b|step \d|part \d|exploring\b|add(?:ing)? (?:a|the)\b|optimi[sz]ing\b|scaling\b|designing\b|testing\b|architecting\b)/i;
const SESSION =
  /\b(?:session|talk|keynote|workshop|panel|speakers?|podcast|episode|video|webinar|interview|q&a|ama|booth|sponsor\w*|swag|hackathon|certif\w+|exam)\b/i;
const BY_PERSON = /\s(?:[-–—|]|by|with|w\/)\s+\p{Lu}\p{Ll}+ \p{Lu}[\p{L}'’-]+(?:\s*(?:[,&(]|and\b|$))/u;
const VERB_FIRST =
  /^\W*(?:allows?|brings?|provides?|makes?|uses?|requires?|can|runs?|supports?|works?|has|have|gives?|offers?|helps?|enables?|lets?|built|means|needs?|takes?|includes?|adds?|integrates?|automatically|designed|based|backed|leverag\w+|used|comes?|shows?|keeps?|creates?|reduces?|improves?|increases?|expands?|[a-z]+ing)\b/i;
const DATE =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)?\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b|^\W*\d{1,2}[:.]\d\d\b|^\W*\d{4}\W*$/i;
const DEED =
  /\b(?:supports?|adds?|gets?|gains?|brings?|launch(?:es|ed)?|introduc(?:es|ed)|announc(?:es|ed)|releas(?:es|ed)|reduc(?:es|ed)|extends?|enables?|improves?|expands?|delivers?|unveils?|offers?|provides?|includes?|allows?|open.?sourc(?:es|ed)|joins?|becomes?|moves?|graduat(?:es|ed))\b/i;
const TO_COME =
  /\b(?:(?:is|are|was) (?:coming|getting|now|on (?:its|their) way|finally)|will (?:support|help|be|let|allow|bring|have|get|come|include|use|offer)|coming (?:to|soon|later)|lets? you|can now|has added|have added|on the way|for free)\b/i;
const PARTNERSHIP =
  /\b(?:acqui(?:res?|red|sition)|partners?(?:hip)?|invest(?:s|ment|ed)|hires?|revenue|award\w*|customers?|community|event|conference|attendees?)\b/i;
const MODEL = /\b(?=[\w.-]*\d)(?=[\w.-]*\p{L})[\p{L}\d][\w.-]*\b|\bv?\d+(?:\.\d+)+\b/u;

/** What a title by itself tells: a name, a clause, an instruction, a session. */
export function addTitleSigns(signs: Signs, proposal: Proposal, post: Post): void {
  const raw = proposal.title;
  const title = describeTitle(raw);
  const words = title.match(/[\p{L}\p{N}][\p{L}\p{N}.+#/&'’-]*/gu) ?? [];
  addServiceSigns(signs, title, words.length, post);
  note(signs, `title words ${bucket(words.length)}`, true);
  note(signs, "title status", STATUS.test(raw));
  note(signs, "title opens with news", OPENS_WITH_NEWS.test(raw));
  note(signs, "title became possible", BECAME_POSSIBLE.test(raw));
  note(signs, "title deed", DEED.test(title));
  note(signs, "title to come", TO_COME.test(raw));
  note(signs, "title happening", HAPPENING.test(title));
  note(signs, "title session", SESSION.test(title));
  note(signs, "title by person", BY_PERSON.test(raw));
  note(signs, "title verb first", VERB_FIRST.test(title));
  note(signs, "title date", DATE.test(title));
  note(signs, "title instructive", INSTRUCTIVE.test(raw));
  note(signs, "title points", POINTS.test(raw));
  note(signs, "title facet", FACET_HEADING.test(title));
  note(signs, "title partnership", PARTNERSHIP.test(title));
  note(signs, "title clause", CLAUSE.test(title));
  note(
    signs,
    "title pronoun",
    /^(?!you (?:can|will) now)(?:I|we|my|our|you|your|there|it|this|these|that|those|they|he|she|his|her|if|but|so|and|or|as|with|at|on|in|for|also|not?|all|some|many|most)\b/i.test(
      title,
    ),
  );
  note(signs, "title question", /\?\W*$/.test(raw));
  note(signs, "title ends with colon", /:\W*$/.test(raw) && !goesOn(proposal.passage, raw));
  note(signs, "title model", MODEL.test(title));
  note(signs, "title lower", /^\W*\p{Ll}/u.test(raw));
  addCapitals(signs, words);
}

function addServiceSigns(signs: Signs, title: string, words: number, { vendor, year }: Post): void {
  const mentions = findServiceMentions(title, vendor);
  const covered = mentions.reduce((sum, { start, end }) => sum + end - start, 0);
  const rest = title.length - covered;
  note(signs, "title service", mentions.length > 0);
  const isAlone = mentions.length > 0 && (rest <= 8 || words <= 1);
  note(signs, "title only service", isAlone);
  addAgeSigns(signs, mentions[0]?.service ?? null, isAlone, year);
  note(signs, "title several services", mentions.length > 1);
  note(signs, "title service first", (mentions[0]?.start ?? Infinity) < 14);
  note(
    signs,
    "title vendor",
    /^\W*(?:AWS|Amazon|Azure|Google|Microsoft|Apple|GitHub|Docker|HashiCorp|Red Hat|Oracle|Windows|Visual Studio)\s+\p{Lu}/u.test(
      title,
    ),
  );
}

/** What was introduced years ago is no news by itself; what is of the post's own year mostly is. */
function addAgeSigns(signs: Signs, service: Service | null, isAlone: boolean, year: number | null): void {
  const introduced = service && introducedIn(service);
  if (!introduced || year === null) return;
  const age = introduced < year ? "older" : introduced === year ? "of the year" : "younger";
  note(signs, `title service ${age}`, true);
  note(signs, `title only service ${age}`, isAlone);
}

/** Names are written in capitals, clauses are not; single words tell neither way. */
function addCapitals(signs: Signs, words: readonly string[]): void {
  const telling = words.filter((word) => word.length > 3);
  if (telling.length < 2) return;
  const capitals = telling.filter((word) => /^\p{Lu}/u.test(word) || /\p{Lu}|\d/u.test(word.slice(1))).length;
  signs.set("title capitals", capitals / telling.length);
}

/** Whether words follow the colon that a title ends with. */
function goesOn(passage: string, title: string): boolean {
  const rest = passage.slice(passage.indexOf(title) + title.length - 2);
  const colon = rest.indexOf(":");
  return colon >= 0 && /\w/.test(rest.slice(colon));
}

function bucket(words: number): string {
  if (words <= 3) return String(words);
  if (words <= 6) return "4 to 6";
  if (words <= 10) return "7 to 10";
  return words <= 16 ? "11 to 16" : "17 and more";
}
