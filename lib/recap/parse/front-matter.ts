import type { SourceFacts } from "../types";

import { isoDate } from "./iso-date";
import { repairMojibake } from "./mojibake";

/** Front matter is a page of settings; a longer one is text between two lines. */
const MAX_LENGTH = 20_000;
/** How front matter ends, by how it begins. */
const CLOSINGS: Record<string, RegExp> = {
  "---": /^(?:---|\.\.\.)[ \t]*$/m,
  "+++": /^\+\+\+[ \t]*$/m,
  "{": /^\}[ \t]*$/m,
};
const FIELD = /^([A-Za-z_][\w-]*)(?::|[ \t]*=)[ \t]*(.*)$/;
const LIST_ITEM = /^\s*-\s+(?:name:\s*)?(.+)$/;

export type FrontMatter = { facts: SourceFacts; end: number };

/**
 * What a post's front matter says of it, and where the post begins: YAML between lines of "---", TOML between "+++",
 * or a JSON object. Only top-level fields and lists of plain values are read, line by line, which is all that posts
 * use of these.
 */
export function readFrontMatter(text: string): FrontMatter | null {
  const [opening = "", fence] = /^\uFEFF?(?:(---|\+\+\+)[ \t]*\r?\n|(?=\{[ \t]*\r?\n))/.exec(text) ?? [null];
  if (opening === null) return null;
  const window = text.slice(opening.length, opening.length + MAX_LENGTH);
  const closing = CLOSINGS[fence ?? "{"]?.exec(window);
  if (!closing) return null;
  const end = closing.index + closing[0].length;
  const fields = fence ? readFields(window.slice(0, closing.index)) : readJsonFields(window.slice(0, end));
  return fields && { facts: factsOf(fields), end: opening.length + end };
}

function readJsonFields(json: string): Map<string, string> | null {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value !== "object" || value === null) return null;
    const texts = Object.entries(value).map(([name, field]): [string, string] => [
      name.toLowerCase(),
      Array.isArray(field)
        ? field.filter((each) => typeof each === "string").join(", ")
        : typeof field === "string"
          ? field
          : "",
    ]);
    return new Map(texts);
  } catch {
    return null;
  }
}

function factsOf(fields: Map<string, string>): SourceFacts {
  const first = (...names: string[]) => names.map((name) => fields.get(name)).find(Boolean) ?? null;
  return {
    title: first("title", "headline"),
    author: first("author", "authors", "by", "creator"),
    url: webAddress(first("canonical_url", "canonicalurl", "canonical", "originalurl", "original_url", "url", "link")),
    publishedOn: isoDate(first("date", "published", "publishedon", "pubdate", "published_at", "created")),
  };
}

/** A path on the author's own site leads nowhere from here, and other schemes lead astray. */
function webAddress(url: string | null): string | null {
  return url && /^https?:\/\/\S+$/i.test(url) ? url : null;
}

function readFields(yaml: string): Map<string, string> {
  const fields = new Map<string, string>();
  let open: string | null = null;
  for (const line of yaml.split(/\r?\n/)) {
    const field = FIELD.exec(line);
    const item = LIST_ITEM.exec(line);
    if (field) {
      open = (field[1] ?? "").toLowerCase();
      const value = plainValue(field[2] ?? "");
      if (value) fields.set(open, value);
    } else if (/^\[[\w.]+\]\s*$/.test(line)) {
      // What follows belongs to a table of TOML.
      return fields;
    } else if (open && item) {
      const before = fields.get(open);
      fields.set(open, before ? `${before}, ${plainValue(item[1] ?? "")}` : plainValue(item[1] ?? ""));
    } else if (open && /^\s+[^\s#-]/.test(line) && !/^\s*[\w-]+:(?:\s|$)/.test(line)) {
      // A value that goes on over lines.
      fields.set(open, `${fields.get(open) ?? ""} ${plainValue(line)}`.trim());
    }
  }
  return fields;
}

/** A value without quotes, brackets and block signs. */
function plainValue(raw: string): string {
  const value = raw.trim();
  if (/^[>|][+-]?$/.test(value) || value === "null" || value === "~" || value === "[]") return "";
  const quoted = /^"(.*)"$|^'(.*)'$|^\[(.*)\]$/.exec(value);
  const list = quoted?.[3]?.replace(/["']/g, "");
  const inner = quoted ? (quoted[1] ?? quoted[2] ?? list ?? "") : value;
  return repairMojibake(inner.replace(/\\"/g, '"').replace(/''/g, "'")).trim();
}
