/** A line of a post without markup, without its line end; `start` is its UTF-16 offset. */
export type Line = { text: string; start: number };

export const BULLET = /^(\s*)(?:[•●▪■□◆○‣◦·»→➤►▶✓✔✅★☆*–—+-]|\d{1,3}[.)])\s+(?=\S)/u;
/** A bullet that lost its text to the next line, as when a page is copied. */
const BARE_BULLET = /^\s*[•●▪‣◦·]\s*$/;
const RULE = /^\s*([-*_=–—~])(?:\s*\1){2,}\s*$/;
/** A heading reads in one glance. */
const MAX_HEADING = 90;
/** By itself, with no text under it yet, a heading is a few words. */
const MAX_BARE = 60;
const MAX_WORDS = 9;
/** Lines of a post that is wrapped are nearly as long as each other. */
const WRAPPED = { least: 55, most: 100 };

/** Buttons and labels of the page that a post was copied from. */
const BUTTONS =
  /^\W*(?:share(?: (?:this|on|via)\b.{0,30})?|tweet|pin it|print|e-?mail|copy link|facebook|twitter|linkedin|reddit|whatsapp|subscribe(?: now| today)?|sign (?:in|up)|log ?in|follow(?: us| me)?|menu|home|search|skip to (?:main )?content|toggle navigation|advertisement|loading\.*|listen|save|like|clap|bookmark|listen to this article|reader view|\d+ (?:min(?:ute)?s?\.?) read|(?:\d+ )?(?:shares?|likes?|claps?|views?))\W*$/i;
/** A line that says who wrote when: a date, an author, a reading time. */
const BYLINE =
  /^(?:(?:by|written by|posted by|author:?|published(?: on| by)?:?|posted(?: on)?:?|updated(?: on)?:?|date:?|last (?:updated|modified):?)\s.{2,80}|.{0,60}\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b.{0,30}|.{0,40}\b\d{1,2}\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{4}\b.{0,30}|.{0,40}\d{4}-\d{2}-\d{2}\b.{0,20})$/i;

/** Runs of lines between blank lines; a bullet alone on a line comes with the next one, and buttons are left out. */
export function groupsOf(text: string): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  let bare: Line | null = null;
  let start = 0;
  for (const raw of text.split("\n")) {
    const line = { text: raw.replace(/\r$/, ""), start };
    start += raw.length + 1;
    if (BARE_BULLET.test(line.text)) bare = line;
    else if (line.text.trim() === "") {
      if (group.length > 0) groups.push(group);
      if (group.length > 0) group = [];
    } else if (!isButton(line)) {
      group.push(bare ? { text: `${bare.text.trim()} ${line.text.trimStart()}`, start: line.start - 2 } : line);
      bare = null;
    }
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/** True for a line drawn with dashes, stars or equals signs. */
export function isRule(line: Line): boolean {
  return RULE.test(line.text);
}

/** True for a line that says who wrote the post, or when. */
export function isByline(line: Line): boolean {
  const text = line.text.trim();
  return text.length <= MAX_HEADING + 10 && BYLINE.test(text) && !/[.!?]$/.test(text);
}

/** The length up to which a short line stands out: of headings in a post whose lines are wrapped, else of any. */
export function headingLimit(groups: readonly Line[][]): number {
  const full = groups.flatMap((group) => group.slice(0, -1).filter((line) => !BULLET.test(line.text)));
  const lengths = full.map((line) => line.text.trim().length).sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const isWrapped = lengths.length > 5 && median >= WRAPPED.least && median <= WRAPPED.most;
  return isWrapped ? median * 0.8 : MAX_HEADING;
}

/** A short line that starts like a title, does not end like a sentence, and has text below it. */
export function isHeading(line: Line, below: Line | undefined, isAlone: boolean, limit: number): boolean {
  const text = line.text.trim();
  if (!below || text.length > limit || BULLET.test(line.text) || isByline(line)) return false;
  if (!/^(?:\p{Extended_Pictographic}\ufe0f? ?)?[\p{Lu}\p{Lo}\p{N}"“('.]/u.test(text) || /[.,;:]$/.test(text))
    return false;
  if (line.start === 0) return true;
  if (!isAlone && /^\s*\p{Ll}/u.test(below.text)) return false;
  if (below.text.trim().length > text.length || BULLET.test(below.text) || /[!?]$/.test(text)) return true;
  return isAlone && text.length <= MAX_BARE && text.split(/\s+/).length <= MAX_WORDS;
}

function isButton(line: Line): boolean {
  return line.text.length <= MAX_BARE && BUTTONS.test(line.text.trim());
}
