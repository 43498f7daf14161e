import type { Place } from "../types";

import { MAX_ENTRIES } from "./listed";

/** XML that is well formed and harmless, and where each of its items stood in the source. */
export type TamedXml = { xml: string; items: Place[] };

/** Deeper nesting than this is no feed. */
const MAX_DEPTH = 100;
/** A tag longer than this keeps its name alone. */
const MAX_TAG = 10_000;
/** Nothing in it goes past the next "<", so that looking for tags reads every character once. */
const TAG = /<(\/?)([A-Za-z_][\w.:-]*)((?:\s[^<>"']*(?:"[^<"]*"[^<>"']*|'[^<']*'[^<>"']*)*)?\/?)>/y;
const DOCTYPE = /<!doctype\b[^<>[]*(\[)?/iy;

type Open = { name: string; isItem: boolean; start: number; written: number; hasTitle: boolean };
type Scan = { source: string; out: string[]; open: Open[]; items: Place[]; root: string | null; missing: Set<string> };

/**
 * Reads a feed once and writes it again well formed: entities of its own are never declared, a stray "<" is text, and
 * whatever is left open, as when a download stopped, is closed. An empty item, and one that was cut before its title
 * ended, are left out.
 */
export function tameXml(source: string): TamedXml {
  const scan: Scan = { source, out: [], open: [], items: [], root: null, missing: new Set() };
  for (let i = 0; i < source.length && scan.items.length < MAX_ENTRIES;) {
    const next = source.indexOf("<", i);
    const end = next < 0 ? source.length : next;
    if (end > i) scan.out.push(source.slice(i, end));
    i = end < source.length ? readMarkup(scan, end) : end;
  }
  const cut = scan.open.findIndex((open) => open.isItem && !open.hasTitle);
  if (cut >= 0) {
    scan.out.length = scan.open[cut]?.written ?? 0;
    scan.open.length = cut;
  }
  closeTo(scan, 0, source.length);
  return { xml: scan.out.join(""), items: scan.items };
}

/** Reads what starts with "<" and gives where reading goes on. */
function readMarkup(scan: Scan, i: number): number {
  const { source, out } = scan;
  if (source.startsWith("<![CDATA[", i)) return readCdata(scan, i);
  const leftOut = afterLeftOut(scan, i);
  if (leftOut > i) return leftOut;
  TAG.lastIndex = i;
  const [whole, closing, name = "", rest = ""] = TAG.exec(source) ?? [];
  if (!whole) {
    out.push("&lt;");
    return i + 1;
  }
  const end = i + whole.length;
  if (closing) closeNamed(scan, name, end);
  else if (rest.endsWith("/")) out.push(whole.length > MAX_TAG ? `<${name}/>` : whole);
  else openTag(scan, name, i, whole.length > MAX_TAG ? `<${name}>` : whole);
  return end;
}

/** Where an instruction, a comment or a document type with its entities ends; the same offset when none starts. */
function afterLeftOut(scan: Scan, i: number): number {
  const { source } = scan;
  if (source.startsWith("<?", i)) return after(scan, "?>", i);
  if (source.startsWith("<!--", i)) return after(scan, "-->", i);
  DOCTYPE.lastIndex = i;
  const [whole, hasSubset] = DOCTYPE.exec(source) ?? [];
  if (!whole) return i;
  return hasSubset ? Math.max(after(scan, "]>", i), after(scan, "] >", i)) : after(scan, ">", i);
}

/** A section that never ends goes on to the end of the source, and what was open with it. */
function readCdata(scan: Scan, i: number): number {
  const { source, out } = scan;
  const end = after(scan, "]]>", i);
  out.push(end > i ? source.slice(i, end) : `${source.slice(i)}]]>`);
  return end > i ? end : source.length;
}

/** Behind the next `closing`; the same offset when there is none, which is looked for only once. */
function after(scan: Scan, closing: string, i: number): number {
  if (scan.missing.has(closing)) return i;
  const at = scan.source.indexOf(closing, i);
  if (at < 0) scan.missing.add(closing);
  return at < 0 ? i : at + closing.length;
}

function openTag(scan: Scan, name: string, start: number, whole: string): void {
  scan.root ??= prefixOf(name);
  const isItem = isItemName(name, scan.root);
  if (isItem) {
    const unclosed = scan.open.findIndex((open) => open.isItem);
    if (unclosed >= 0) closeTo(scan, unclosed, start);
  }
  if (scan.open.length >= MAX_DEPTH) return;
  scan.open.push({ name, isItem, start, written: scan.out.length, hasTitle: false });
  scan.out.push(whole);
}

function closeNamed(scan: Scan, name: string, end: number): void {
  const at = scan.open.findLastIndex((open) => open.name === name);
  if (at >= 0) closeTo(scan, at, end);
}

/** Closes the elements from `depth` on, innermost first. */
function closeTo(scan: Scan, depth: number, end: number): void {
  while (scan.open.length > depth) {
    const open = scan.open.pop();
    if (!open) return;
    if (open.isItem && scan.out.length === open.written + 1) {
      scan.out.length = open.written;
      continue;
    }
    scan.out.push(`</${open.name}>`);
    if (open.isItem) scan.items.push({ start: open.start, end });
    const parent = scan.open.at(-1);
    if (parent?.isItem && /(?:^|:)title$/.test(open.name)) parent.hasTitle = true;
  }
}

function isItemName(name: string, root: string): boolean {
  const prefix = prefixOf(name);
  return /^(?:item|entry)$/.test(name.slice(name.indexOf(":") + 1)) && (prefix === "" || prefix === root);
}

function prefixOf(name: string): string {
  return name.includes(":") ? name.slice(0, name.indexOf(":")) : "";
}
