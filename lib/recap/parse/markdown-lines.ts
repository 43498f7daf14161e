/** What a line of Markdown is, without its marks: `start` and `end` are UTF-16 offsets of its text. */
export type Line = {
  kind: "blank" | "text" | "heading" | "underline" | "item" | "row" | "html" | "rule" | "code";
  start: number;
  end: number;
  /** Level of a heading, nesting of an item or of a paragraph inside one. */
  depth: number;
  isAfterBlank: boolean;
};

const FENCE = /^\s*(`{3,}|~{3,})/;
/** Old Markdown needs no blank between the signs and the text; one sign alone is a hashtag. */
const HEADING = /^ {0,3}(#{1,6}(?=[ \t]|$)|#{2,6}(?=[^\s#]))[ \t]*/;
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const UNDERLINE = /^ {0,3}(=+|-{2,})[ \t]*$/;
const ITEM = /^([ \t]*)(?:[-*+•]|(\d{1,9})[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)/;
const ROW = /^ {0,3}\|.*\|/;
const ROW_LINE = /^[\s|:-]+$/;
const QUOTE = /^[ \t]*>[ \t>]*/;
const HTML =
  /^[ \t]*<(?:!--|\/?(?:address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|iframe|li|link|main|nav|ol|p|pre|script|section|style|summary|table|tbody|td|th|thead|tr|ul|video)(?=[\s/>]|$))/i;
const RAW = /<(script|style|pre)\b/i;
const CODE_INDENT = /^(?: {4}|\t)/;

type State = {
  /** Indents of the items around the line, outermost first. */
  indents: number[];
  fence: string | null;
  /** How the HTML block that is open ends: with a blank line, or with this. */
  html: RegExp | null;
  before: Line["kind"];
};

/** The lines of a post from an offset on; lines of one HTML block and of one code block come as one. */
export function* linesOf(text: string, from: number): Generator<Line> {
  const state: State = { indents: [], fence: null, html: null, before: "blank" };
  let block: Line | null = null;
  for (let start = from; start <= text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = readLine(text.slice(start, end), start, state);
    const continues: boolean =
      block !== null && line.kind === block.kind && state.before === line.kind && !line.isAfterBlank;
    if (block && continues) block.end = line.end;
    else {
      if (block) yield block;
      block = line.kind === "html" || line.kind === "code" ? line : null;
      if (!block) yield line;
    }
    state.before = line.kind;
    start = end + 1;
  }
  if (block) yield block;
}

function readLine(raw: string, offset: number, state: State): Line {
  const isAfterBlank = state.before === "blank";
  const end = offset + raw.trimEnd().length;
  const line = (kind: Line["kind"], skip: number, depth = 0): Line => ({
    kind,
    start: offset + skip,
    end: Math.max(end, offset + skip),
    depth,
    isAfterBlank,
  });
  if (state.fence !== null) return readFenced(raw, state, line);
  if (state.html !== null) return readOpenHtml(raw, state, line);
  if (raw.trim() === "") return line("blank", 0);
  const quote = QUOTE.exec(raw)?.[0].length ?? 0;
  const content = raw.slice(quote);
  const fence = FENCE.exec(content)?.[1];
  if (fence) {
    state.fence = fence;
    return line("code", 0);
  }
  const heading = HEADING.exec(content);
  if (heading)
    return { ...closed(line("heading", quote + heading[0].length, heading[1]?.length), raw, offset), isAfterBlank };
  if (UNDERLINE.test(content) && state.before === "text" && state.indents.length === 0)
    return line("underline", 0, content.includes("=") ? 1 : 2);
  if (RULE.test(content)) return line("rule", 0);
  return readItem(content, quote, state, line) ?? readRest(content, quote, state, line);
}

type MakeLine = (kind: Line["kind"], skip: number, depth?: number) => Line;

function readFenced(raw: string, state: State, line: MakeLine): Line {
  const sign = FENCE.exec(raw)?.[1];
  const closes = sign !== undefined && state.fence !== null && sign.startsWith(state.fence) && raw.trim() === sign;
  if (closes) state.fence = null;
  return { ...line("code", 0), isAfterBlank: false };
}

function readOpenHtml(raw: string, state: State, line: MakeLine): Line {
  if (state.html?.test(raw)) state.html = null;
  return raw.trim() === "" && state.html === null ? line("blank", 0) : { ...line("html", 0), isAfterBlank: false };
}

/** A heading may end with the signs it began with. */
function closed(line: Line, raw: string, offset: number): Line {
  const text = raw
    .slice(line.start - offset)
    .replace(/(?:^|[ \t])#+[ \t]*$/, "")
    .trimEnd();
  return { ...line, end: line.start + text.length };
}

function readItem(content: string, quote: number, state: State, line: MakeLine): Line | null {
  const item = ITEM.exec(content);
  if (!item) return null;
  const [marks, blanks = "", number] = item;
  const indent = columns(blanks);
  const isInList = state.indents.length > 0;
  if (!isInList && (indent >= 4 || (number && number !== "1" && state.before === "text"))) return null;
  while ((state.indents.at(-1) ?? -1) >= indent) state.indents.pop();
  state.indents.push(indent);
  return line("item", quote + marks.length, state.indents.length - 1);
}

function readRest(content: string, quote: number, state: State, line: MakeLine): Line {
  const indent = columns(/^[ \t]*/.exec(content)?.[0] ?? "");
  const isAfterBlank = state.before === "blank";
  if (isAfterBlank) while (state.indents.length > 0 && (state.indents.at(-1) ?? 0) >= indent) state.indents.pop();
  if (state.indents.length === 0 && CODE_INDENT.test(content) && (isAfterBlank || state.before === "code"))
    return line("code", 0);
  if (HTML.test(content)) {
    const name = RAW.exec(content)?.[1];
    const ends = content.trimStart().startsWith("<!--") ? /-->/ : new RegExp(name ? `</${name}` : "^\\s*$", "i");
    state.html = ends.test(content) ? null : ends;
    return line("html", quote);
  }
  if (ROW.test(content)) return line(ROW_LINE.test(content) ? "blank" : "row", quote);
  return line("text", quote, Math.max(state.indents.length - 1, 0));
}

function columns(blanks: string): number {
  return blanks.replaceAll("\t", "    ").length;
}
