import type { Format } from "./types";

/** Enough of a post to tell its format by. */
const HEAD = 20_000;

/** What a text is, told by its content alone: file names lie. */
export function recogniseFormat(text: string): Format {
  const head = text
    .slice(0, HEAD)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (/^<(\?xml|rss\b|feed\b|rdf:RDF)/i.test(head) && /<(rss|feed|rdf:RDF)\b/i.test(head)) return "feed";
  if (/^[[{]/.test(head) && isJson(text)) return "json";
  if (/^(<!--[\s\S]{0,500}?-->\s*)?<(!doctype html|html|head|body)\b/i.test(head)) return "html";
  if (looksLikeCsv(head)) return "csv";
  if (isMostlyTags(head)) return "html";
  return looksLikeMarkdown(head) ? "markdown" : "text";
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ""));
    return true;
  } catch {
    return false;
  }
}

/** A header row that names a title column, and rows with as many separators. */
function looksLikeCsv(head: string): boolean {
  const [header = "", ...rows] = head.split(/\r?\n/, 4);
  const separator = [",", ";", "\t"].find((mark) => header.includes(mark));
  if (!separator || header.length > 1000 || rows.length === 0) return false;
  const names = header.split(separator).map((name) => name.replace(/"/g, "").trim().toLowerCase());
  return (
    names.some((name) => ["title", "name", "headline", "announcement"].includes(name)) &&
    names.every((name) => name.length < 40)
  );
}

function isMostlyTags(head: string): boolean {
  if (!head.startsWith("<")) return false;
  return (head.match(/<\/?(p|div|h[1-6]|ul|li|article|section)\b/gi)?.length ?? 0) > 3 && !/^#{1,6} /m.test(head);
}

function looksLikeMarkdown(head: string): boolean {
  if (/^---\r?\n/.test(head) || /^#{1,6} \S/m.test(head)) return true;
  return (
    /\[[^[\]\n]+\]\([^)\s]+\)/.test(head) ||
    /\*\*\S/.test(head) ||
    /^[ \t]*[*+-] \S/m.test(head) ||
    /<(ul|li|strong|p|a)\b/i.test(head)
  );
}
