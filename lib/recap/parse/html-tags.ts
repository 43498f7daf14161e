/** A tag as it is written: `start` and `end` are UTF-16 offsets, `end` behind the ">". */
export type Tag = { name: string; isEnd: boolean; start: number; end: number; attributes: number };

/** Elements whose content is text up to their own end tag. */
const RAW_TEXT = new Set("script style textarea title iframe noembed noframes noscript xmp".split(" "));
/** Elements with a syntax of their own, which hold nothing that is read. */
const FOREIGN = new Set(["svg", "math"]);

/**
 * The tags of HTML in their order, each character read once: not those in comments and raw text. `foreign` gets what
 * stands from an <svg> or <math> to its end.
 */
export function* tagsOf(html: string, foreign: (start: number, end: number) => void): Generator<Tag> {
  const missing = new Set<string>();
  // Letters of other alphabets may grow when they are made small.
  const lower = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const find = (what: string, from: number): number => {
    const at = missing.has(what) ? -1 : lower.indexOf(what, from);
    if (at < 0) missing.add(what);
    return at;
  };
  for (let i = html.indexOf("<"); i >= 0; i = html.indexOf("<", i)) {
    const next = html.charAt(i + 1);
    if (next === "!" || next === "?") {
      i = afterComment(html, i, find);
      continue;
    }
    const tag = readTag(html, i);
    if (!tag) {
      i += 1;
      continue;
    }
    i = tag.end;
    const close = !tag.isEnd && (RAW_TEXT.has(tag.name) || FOREIGN.has(tag.name)) ? find(`</${tag.name}`, i) : -1;
    if (FOREIGN.has(tag.name)) {
      if (close >= 0) i = readTag(html, close)?.end ?? html.length;
      foreign(tag.start, i);
      continue;
    }
    yield tag;
    if (close >= 0) i = close;
    else if (!tag.isEnd && RAW_TEXT.has(tag.name)) return;
  }
}

function afterComment(html: string, i: number, find: (what: string, from: number) => number): number {
  const isComment = html.startsWith("<!--", i);
  // "<!-->" and "<!--->" are whole comments.
  const end = isComment ? find("-->", i + 2) : find(">", i);
  return end < 0 ? html.length : end + (isComment ? 3 : 1);
}

/** The tag at an offset; one that never ends goes on to the end. Null where no tag starts. */
function readTag(html: string, start: number): Tag | null {
  const isEnd = html.charAt(start + 1) === "/";
  let i = start + (isEnd ? 2 : 1);
  if (!/[a-zA-Z]/.test(html.charAt(i))) return null;
  const from = i;
  while (i < html.length && !/[\s/>]/.test(html.charAt(i))) i += 1;
  const name = html.slice(from, Math.min(i, from + 40)).toLowerCase();
  const { end, attributes } = skipAttributes(html, i);
  return { name, isEnd, start, end, attributes };
}

/** Goes over attributes to the ">" as HTML does: a quote counts only where a value starts. */
function skipAttributes(html: string, from: number): { end: number; attributes: number } {
  let attributes = 0;
  let isValue = false;
  let isBlank = true;
  for (let i = from; i < html.length; i += 1) {
    const character = html.charAt(i);
    if (character === ">") return { end: i + 1, attributes };
    if (isValue && (character === '"' || character === "'")) {
      const close = html.indexOf(character, i + 1);
      if (close < 0) break;
      i = close;
      isValue = false;
      isBlank = true;
      continue;
    }
    if (/[\s/]/.test(character)) {
      isBlank = true;
      continue;
    }
    if (character === "=" && !isValue) isValue = true;
    else {
      if (isBlank && !isValue) attributes += 1;
      isValue = false;
    }
    isBlank = false;
  }
  return { end: html.length, attributes };
}
