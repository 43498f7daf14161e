import { tagsOf, type Tag } from "./html-tags";

/** Deeper nesting is no post, and a parser looks through what is open at every tag. */
const MAX_DEPTH = 150;
/** End tags that are further from their start are stray. */
const MAX_SEARCH = 60;
const MAX_ATTRIBUTES = 100;
/** Bold, links and the like go on inside every block until they end: few at a time, and not over pages. */
const MAX_FORMATS = 6;
const MAX_FORMATTED = 20_000;
/** What stands between a table's cells is moved before it, one by one. */
const MAX_MISPLACED = 200;

const VOID = set("area base br col embed hr img input link meta param source track wbr keygen frame bgsound basefont");
/** Elements that end by themselves where the next one begins. */
const SELF_ENDING = set("p li dt dd option optgroup rb rp rt rtc h1 h2 h3 h4 h5 h6 html head body");
const FORMATS = set("a b big code em font i nobr s small strike strong tt u");
const TABLE_PARTS = set("caption colgroup col tbody thead tfoot tr td th");
const CELLS = set("caption td th");
/** Elements that change how everything after them is read. */
const REFUSED = set("plaintext frameset");

type Open = { name: string; isBlanked: boolean; isInCell: boolean };
type Format = { name: string; tag: Tag };
type State = { open: Open[]; formats: Format[]; unmatched: Set<Tag>; misplaced: number; blank: (tag: Tag) => void };

/**
 * HTML with blanks in place of the tags that make parsing slow: what is nested too deeply, formats that never end,
 * crowds of attributes, crowds between table cells, drawings. As long as before, so that every offset stays true.
 */
export function tameHtml(html: string): string {
  const blanks: [start: number, end: number][] = [];
  const state: State = {
    open: [],
    formats: [],
    unmatched: new Set(),
    misplaced: 0,
    blank: (tag) => void blanks.push([tag.start, tag.end]),
  };
  let before = 0;
  for (const tag of tagsOf(html, (start, end) => void blanks.push([start, end]))) {
    if (isMisplacedText(html, before, tag.start, state)) blanks.push([before, tag.start]);
    before = tag.end;
    if (REFUSED.has(tag.name) || tag.attributes > MAX_ATTRIBUTES) state.blank(tag);
    else if (FORMATS.has(tag.name)) readFormat(tag, state);
    else if (TABLE_PARTS.has(tag.name)) readTablePart(tag, state);
    else if (VOID.has(tag.name) || SELF_ENDING.has(tag.name)) readMisplaced(tag, state);
    else if (tag.isEnd) closeElement(tag, state);
    else openElement(tag, state);
  }
  for (const tag of state.unmatched) state.blank(tag);
  return withBlanks(html, blanks);
}

function openElement(tag: Tag, state: State): void {
  const isBlanked = state.open.length >= MAX_DEPTH || readMisplaced(tag, state);
  if (isBlanked && state.open.length >= MAX_DEPTH) state.blank(tag);
  state.open.push({ name: tag.name, isBlanked, isInCell: false });
}

function closeElement(tag: Tag, state: State): void {
  const { open } = state;
  for (let i = open.length - 1; i >= Math.max(0, open.length - MAX_SEARCH); i -= 1) {
    if (open[i]?.name !== tag.name) continue;
    if (open[i]?.isBlanked) state.blank(tag);
    open.length = i;
    return;
  }
}

/** A format counts once it ends: until then its tag is blanked. */
function readFormat(tag: Tag, state: State): void {
  const { formats, unmatched } = state;
  while ((formats[0]?.tag.start ?? Infinity) < tag.start - MAX_FORMATTED) formats.shift();
  if (!tag.isEnd) {
    unmatched.add(tag);
    if (formats.length < MAX_FORMATS && !isBetweenCells(state)) formats.push({ name: tag.name, tag });
    return;
  }
  const at = formats.findLastIndex((format) => format.name === tag.name);
  const format = formats[at];
  if (!format) return state.blank(tag);
  unmatched.delete(format.tag);
  formats.length = at;
}

/** Parts of a table belong to the table around them, whatever is still open inside. */
function readTablePart(tag: Tag, state: State): void {
  const { open } = state;
  for (let i = open.length - 1; i >= Math.max(0, open.length - MAX_SEARCH); i -= 1) {
    const table = open[i];
    if (table?.name !== "table") continue;
    open.length = i + 1;
    table.isInCell = !tag.isEnd && CELLS.has(tag.name);
    return;
  }
}

/** True, and blanked, for a tag that is one too many between the cells of a table. */
function readMisplaced(tag: Tag, state: State): boolean {
  if (tag.isEnd || !isBetweenCells(state)) return false;
  state.misplaced += 1;
  if (state.misplaced <= MAX_MISPLACED) return false;
  state.blank(tag);
  return true;
}

function isMisplacedText(html: string, start: number, end: number, state: State): boolean {
  if (!isBetweenCells(state) || html.slice(start, end).trim() === "") return false;
  state.misplaced += 1;
  return state.misplaced > MAX_MISPLACED;
}

function isBetweenCells({ open }: State): boolean {
  const last = open.at(-1);
  return last?.name === "table" && !last.isInCell;
}

function withBlanks(html: string, blanks: [start: number, end: number][]): string {
  if (blanks.length === 0) return html;
  const parts: string[] = [];
  let at = 0;
  for (const [start, end] of blanks.sort((a, b) => a[0] - b[0])) {
    if (end <= at) continue;
    parts.push(html.slice(at, Math.max(at, start)), " ".repeat(end - Math.max(at, start)));
    at = end;
  }
  return parts.join("") + html.slice(at);
}

function set(names: string): Set<string> {
  return new Set(names.split(" "));
}
