import { looksLikeTable } from "./listing/csv";
import { parseJson } from "./listing/json";
import { readFrontMatter } from "./parse/front-matter";
import type { Format } from "./types";

/** Enough of a post to tell its format by. */
const HEAD = 20_000;
/** What may stand before the first element of XML and HTML. */
const PROLOGUE = /^(?:\s+|<\?[^>]*>|<!--[^]*?-->|<!doctype\b[^<>[]*(?:\[[^]*?\]\s*)?>)+/i;

/** What a text is, told by its content alone: file names lie. */
export function recogniseFormat(text: string): Format {
  const head = text
    .slice(0, HEAD)
    .replace(/^\uFEFF/, "")
    .trimStart();
  const prologue = PROLOGUE.exec(head)?.[0] ?? "";
  const [, root = ""] = /^<([\w:.-]+)/.exec(head.slice(prologue.length)) ?? [];
  if (/^(?:[\w.-]+:)?(?:rss|feed|rdf)$/i.test(root)) return "feed";
  if (looksLikeJson(head) && typeof parseJson(text) === "object") return "json";
  if (/^(?:html|head|body)$/i.test(root) || /<!doctype html|<\?xml/i.test(prologue)) return "html";
  if (looksLikeTable(text)) return "csv";
  if (isMostlyTags(head)) return "html";
  return looksLikeMarkdown(head) ? "markdown" : "text";
}

/** An object with a key, or a list of objects, texts or lists; Markdown links and Liquid tags begin otherwise. */
function looksLikeJson(head: string): boolean {
  return /^\{\s*(?:"(?:[^"\\\n]|\\.){0,200}"\s*:|\}\s*$)/.test(head) || /^\[\s*(?:[{"[]|\]\s*$)/.test(head);
}

function isMostlyTags(head: string): boolean {
  if (!head.startsWith("<")) return false;
  return (head.match(/<\/?(p|div|h[1-6]|ul|li|article|section)\b/gi)?.length ?? 0) > 3 && !/^#{1,6} /m.test(head);
}

function looksLikeMarkdown(head: string): boolean {
  if (readFrontMatter(head) !== null || /^(?:---|\+\+\+)[ \t]*\r?\n/.test(head) || /^#{1,6} \S/m.test(head))
    return true;
  return (
    /\[[^[\]\n]+\]\([^)\s]+\)/.test(head) ||
    /\*\*\S/.test(head) ||
    /^(?:```|~~~|=== *$|\| ?-{3})/m.test(head) ||
    /<(ul|li|strong|p|a)\b/i.test(head)
  );
}
