import type { Place } from "../types";

import { MAX_ENTRIES } from "./listed";

type Token = { text: string; start: number; end: number };
type Level = { key: string | null; isKey: boolean };

/** Items of lists stand this deep at most; what ends deeper need not be remembered. */
const MAX_ITEM_DEPTH = 4;

/**
 * Where the items of a list stand in JSON: `path` holds the keys that lead to it, none for a list that is all there
 * is. Reads each character once, at any depth; nothing when there is no such list.
 */
export function jsonItems(source: string, path: readonly string[]): Place[] {
  const items: Place[] = [];
  const levels: Level[] = [];
  let list: number | null = null;
  let item: Place | null = null;
  for (const { text, start, end } of tokensOf(source)) {
    if (list === levels.length && (text === "," || text === "]")) {
      if (item) items.push(item);
      item = null;
      if (text === "]" || items.length === MAX_ENTRIES) return items;
      continue;
    }
    if (list !== null) item = extend(item, start, end);
    if (text === "[" && list === null && isAt(levels, path)) list = levels.length + 1;
    readToken(levels, text);
  }
  return items;
}

/** JSON that stopped in the middle, closed after its last whole list or object; null when there is none. */
export function closeJson(source: string): string | null {
  const open: string[] = [];
  let whole: { end: number; closing: string } | null = null;
  for (const { text, end } of tokensOf(source)) {
    if (text === "{" || text === "[") open.push(text === "{" ? "}" : "]");
    if (text !== "}" && text !== "]") continue;
    if (open.pop() !== text || open.length === 0) return null;
    if (open.length <= MAX_ITEM_DEPTH) whole = { end, closing: [...open].reverse().join("") };
  }
  return whole && source.slice(0, whole.end) + whole.closing;
}

function extend(item: Place | null, start: number, end: number): Place {
  return { start: item?.start ?? start, end };
}

function isAt(levels: readonly Level[], path: readonly string[]): boolean {
  return levels.length === path.length && levels.every((level, depth) => level.key === path[depth]);
}

function readToken(levels: Level[], text: string): void {
  const level = levels.at(-1);
  if (text === "{" || text === "[") levels.push({ key: null, isKey: text === "{" });
  else if (text === "}" || text === "]") levels.pop();
  else if (!level) return;
  else if (text === ",") level.isKey = level.key !== null;
  else if (text === ":") level.isKey = false;
  else if (level.isKey) level.key = text.slice(1, -1);
}

/** Brackets, colons, commas, strings, and what else stands between blanks. */
function* tokensOf(source: string): Generator<Token> {
  const next = /[^\s\uFEFF]/g;
  const special = /[\s"[\]{}:,]/g;
  for (let i = 0; ;) {
    next.lastIndex = i;
    const start = next.exec(source)?.index;
    if (start === undefined) return;
    const end = tokenEnd(source, start, special);
    yield { text: source.slice(start, end), start, end };
    i = end;
  }
}

function tokenEnd(source: string, start: number, special: RegExp): number {
  const first = source.charAt(start);
  if (first === '"') return stringEnd(source, start);
  if (/[[\]{}:,]/.test(first)) return start + 1;
  special.lastIndex = start;
  return special.exec(source)?.index ?? source.length;
}

function stringEnd(source: string, start: number): number {
  for (let end = source.indexOf('"', start + 1); end >= 0; end = source.indexOf('"', end + 1)) {
    let slashes = 0;
    while (source.charAt(end - 1 - slashes) === "\\") slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
  return source.length;
}
