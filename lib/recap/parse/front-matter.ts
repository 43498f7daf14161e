import type { SourceFacts } from "../types";

import { isoDate } from "./iso-date";
import { repairMojibake } from "./mojibake";

/** Front matter is a page of settings; a longer one is text between two lines. */
const MAX_LENGTH = 20_000;
const FIELD = /^([A-Za-z_][\w-]*):[ \t]*(.*)$/;
const LIST_ITEM = /^\s*-\s+(?:name:\s*)?(.+)$/;

export type FrontMatter = { facts: SourceFacts; end: number };

/**
 * What a post's front matter says of it, and where the post begins. Only top-level fields and lists of plain
 * values are read, line by line, which is all that posts use of YAML for these.
 */
export function readFrontMatter(text: string): FrontMatter | null {
  const match = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (!match) return null;
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(text.slice(match[0].length, match[0].length + MAX_LENGTH));
  if (!closing) return null;
  const end = match[0].length + closing.index + closing[0].length;
  return { facts: factsOf(readFields(text.slice(match[0].length, match[0].length + closing.index))), end };
}

function factsOf(fields: Map<string, string>): SourceFacts {
  const first = (...names: string[]) => names.map((name) => fields.get(name)).find(Boolean) ?? null;
  return {
    title: first("title", "headline"),
    author: first("author", "authors", "by", "creator"),
    url: first("canonical_url", "canonicalurl", "canonical", "originalurl", "original_url", "url", "link"),
    publishedOn: isoDate(first("date", "published", "publishedon", "pubdate", "published_at", "created")),
  };
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
    } else if (open && item) {
      const before = fields.get(open);
      fields.set(open, before ? `${before}, ${plainValue(item[1] ?? "")}` : plainValue(item[1] ?? ""));
    }
  }
  return fields;
}

/** A value without quotes, brackets and block signs. */
function plainValue(raw: string): string {
  const value = raw.trim();
  if (/^[>|][+-]?$/.test(value) || value === "null" || value === "~" || value === "[]") return "";
  const quoted = /^"(.*)"$|^'(.*)'$|^\[(.*)\]$/.exec(value);
  const inner = quoted ? (quoted[1] ?? quoted[2] ?? quoted[3] ?? "") : value;
  return repairMojibake(inner.replace(/\\"/g, '"').replace(/''/g, "'")).trim();
}
