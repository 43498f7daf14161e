import { parseFragment } from "parse5";

import type { BlockWriter } from "../document";

import { decodeEntity } from "./entities";
import { SILENT } from "./html-article";
import { isHidden, NOTHING_HIDDEN } from "./html-hidden";
import { isElement } from "./html-nodes";
import { ADDRESS } from "./plain-text";

/** Codes, tags and addresses longer than this are no part of a sentence; the limit keeps reading linear. */
const MAX_SPAN = 2000;
const TAG_MARKS = new Map<string, "strong" | "emphasis" | "link">([
  ["b", "strong"],
  ["strong", "strong"],
  ["i", "emphasis"],
  ["em", "emphasis"],
  ["a", "link"],
]);

/** A tag with its attributes; nothing in it goes past the next "<". */
const TAG = /^<(\/?)([a-zA-Z][\w-]*)(?:\s(?:[^<>"']|"[^"<]*"|'[^'<]*')*)?\/?>/;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** Addresses of "[name]: https://…" lines, by lower-case name. */
export type References = ReadonlyMap<string, string>;

type Target = { url: string; end: number };
type Scan = { text: string; base: number; writer: BlockWriter; references: References; brackets: Map<number, number> };

/**
 * Writes the text between block marks: bold, emphasis, links, code, tags, entities and bare addresses. `base` is
 * where the text starts in the source. One pass from left to right; what does not close is plain text.
 */
export function writeInline(text: string, base: number, writer: BlockWriter, references: References): void {
  const scan: Scan = { text, base, writer, references, brackets: matchBrackets(text) };
  const links = new Map<number, number>();
  const plain = /[^\\`*_[\]!<&h]+|h(?!ttps?:\/\/)[^\\`*_[\]!<&h]*/y;
  for (let i = 0; i < text.length;) {
    const closedLink = links.get(i);
    if (closedLink !== undefined) {
      writer.close("link", base + closedLink);
      i = closedLink;
      continue;
    }
    plain.lastIndex = i;
    const run = plain.exec(text)?.[0];
    if (run) writer.write(run);
    i = run ? i + run.length : readSpecial(scan, i, links);
  }
}

/** Reads what starts at a special character and gives where reading goes on. */
function readSpecial(scan: Scan, i: number, links: Map<number, number>): number {
  const { text, writer } = scan;
  switch (text.charAt(i)) {
    case "\\":
      return readEscape(scan, i);
    case "`":
      return readCode(scan, i);
    case "*":
    case "_":
      return readEmphasis(scan, i);
    case "!":
      return readImage(scan, i);
    case "[":
      return readLink(scan, i, links);
    case "<":
      return readTag(scan, i);
    case "&":
      return readEntity(scan, i);
    case "h":
      return readAddress(scan, i);
    default:
      writer.write(text.charAt(i));
      return i + 1;
  }
}

function readEscape({ text, writer }: Scan, i: number): number {
  const next = text.charAt(i + 1);
  writer.write(/[\p{P}\p{S}]/u.test(next) ? next : `\\${next}`);
  return i + 2;
}

function readCode({ text, writer }: Scan, i: number): number {
  const ticks = /^`+/.exec(text.slice(i, i + MAX_SPAN))?.[0] ?? "`";
  const from = i + ticks.length;
  const close = text.slice(from, from + MAX_SPAN).indexOf(ticks);
  if (close < 0) {
    writer.write(ticks);
    return from;
  }
  writer.write(text.slice(from, from + close));
  return from + close + ticks.length;
}

/** Runs of one, two or three signs. They close when text stands before them and one is open, else they open. */
function readEmphasis({ text, base, writer }: Scan, i: number): number {
  const sign = text.charAt(i);
  let end = i;
  while (text.charAt(end) === sign) end += 1;
  const before = text.charAt(i - 1);
  const after = text.charAt(end);
  const isInsideWord = sign === "_" && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
  if (end - i > 3 || isInsideWord) {
    writer.write(text.slice(i, end));
    return end;
  }
  const kinds = ([["emphasis"], ["strong"], ["strong", "emphasis"]] as const)[end - i - 1] ?? [];
  const canClose = before !== "" && !/\s/.test(before);
  const canOpen = after !== "" && !/\s/.test(after);
  for (const kind of kinds) {
    if (canClose && writer.isOpen(kind)) writer.close(kind, base + end);
    else if (canOpen) writer.open({ kind, url: null, place: { start: base + i, end: base + end } });
    else writer.write(kind === "strong" ? sign + sign : sign);
  }
  return end;
}

function readImage(scan: Scan, i: number): number {
  const close = scan.text.charAt(i + 1) === "[" ? scan.brackets.get(i + 1) : undefined;
  const target = close === undefined ? null : targetAt(scan, i + 1, close);
  if (target) return target.end;
  scan.writer.write("!");
  return i + 1;
}

function readLink(scan: Scan, i: number, links: Map<number, number>): number {
  const close = scan.brackets.get(i);
  const target = close === undefined ? null : targetAt(scan, i, close);
  if (close !== undefined && scan.text.charAt(i + 1) === "^") return close + 1;
  if (close === undefined || !target) {
    scan.writer.write("[");
    return i + 1;
  }
  scan.writer.open({ kind: "link", url: target.url, place: { start: scan.base + i, end: scan.base + target.end } });
  links.set(close, target.end);
  return i + 1;
}

/** The address after a bracket that closes: "(address "title")", "[name]", or the bracket's own text as a name. */
function targetAt({ text, references }: Scan, open: number, close: number): Target | null {
  const rest = text.slice(close + 1, close + 1 + MAX_SPAN);
  const direct = /^\(\s*<?((?:[^\s()<>]|\([^\s()]*\))*)>?(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)/.exec(rest);
  if (direct) return { url: direct[1] ?? "", end: close + 1 + direct[0].length };
  const named = /^ ?\[([^\]\n]*)\]/.exec(rest);
  const url = references.get((named?.[1] || text.slice(open + 1, Math.min(close, open + 200))).toLowerCase());
  return url === undefined ? null : { url, end: close + 1 + (named?.[0].length ?? 0) };
}

function readTag({ text, base, writer }: Scan, i: number): number {
  const rest = text.slice(i, i + MAX_SPAN);
  const [address, url] = /^<(https?:\/\/[^\s<>]+)>/.exec(rest) ?? [];
  if (address && url) {
    writer.mark({ kind: "link", url, place: { start: base + i, end: base + i + address.length } }, () =>
      writer.write(url),
    );
    return i + address.length;
  }
  const [tag, closing, name = ""] = TAG.exec(rest) ?? [];
  if (!tag) {
    const comment = afterComment(text, i);
    if (comment === i) writer.write("<");
    return Math.max(comment, i + 1);
  }
  const place = { start: base + i, end: base + i + tag.length };
  if (!closing && isSilent(name.toLowerCase(), tag)) return afterElement(text, i + tag.length, name);
  const kind = TAG_MARKS.get(name.toLowerCase());
  if (/^br$/i.test(name)) writer.write("\n");
  if (kind && closing) writer.close(kind, place.end);
  if (kind && !closing) writer.open({ kind, url: /\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1] ?? null, place });
  return place.end - base;
}

/** Behind the comment that starts here; the same offset when none does. One that never ends hides the rest. */
function afterComment(text: string, i: number): number {
  if (!text.startsWith("<!--", i)) return i;
  const end = text.indexOf("-->", i + 2);
  return end < 0 ? text.length : end + 3;
}

/** True for an element whose content is not shown: code, drawings, and what is styled away. */
function isSilent(name: string, tag: string): boolean {
  if (VOID.test(name)) return false;
  if (SILENT.has(name)) return true;
  if (!/\b(?:style|hidden|class)\b/i.test(tag)) return false;
  const [element] = parseFragment(tag).childNodes;
  return element !== undefined && isElement(element) && isHidden(element, NOTHING_HIDDEN);
}

/** Behind the end of an element whose start tag ends at `from`; one that never ends goes on to the end. */
function afterElement(text: string, from: number, name: string): number {
  const tags = new RegExp(`<(/?)${name}(?=[\\s/>])[^<>]*>`, "gi");
  tags.lastIndex = from;
  let depth = 1;
  for (let match = tags.exec(text); match; match = tags.exec(text)) {
    depth += match[1] ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return text.length;
}

function readEntity({ text, writer }: Scan, i: number): number {
  const entity = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});/i.exec(text.slice(i, i + 40))?.[0] ?? "&";
  writer.write(decodeEntity(entity));
  return i + entity.length;
}

function readAddress({ text, base, writer }: Scan, i: number): number {
  const pattern = new RegExp(ADDRESS.source, "y");
  pattern.lastIndex = i;
  const url = pattern.exec(text)?.[0].replace(/[.,;:!?*_]+$/, "");
  if (!url) {
    writer.write("h");
    return i + 1;
  }
  writer.mark({ kind: "link", url, place: { start: base + i, end: base + i + url.length } }, () => writer.write(url));
  return i + url.length;
}

/** Where each opening bracket closes; escaped ones do not count. */
function matchBrackets(text: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const match of text.matchAll(/\\[^]|\[|\]/g)) {
    if (match[0] === "[") open.push(match.index);
    const start = match[0] === "]" ? open.pop() : undefined;
    if (start !== undefined) pairs.set(start, match.index);
  }
  return pairs;
}
