import { parse } from "csv-parse/sync";

import { NO_FACTS } from "../document";

import type { Listed, Listing } from "./listed";

/** Names that columns and fields go by, the best first. */
const TITLE = ["title", "headline", "name", "announcement", "summary"];
const TEXT = [
  "description",
  "text",
  "body",
  "postbody",
  "excerpt",
  "content",
  "content_text",
  "content_html",
  "details",
  "summary",
];
const URL = ["url", "link", "headlineurl", "href", "external_url"];
const SECTION = ["section", "category", "main_category", "topic"];

/** Where lists stand inside a JSON document. */
const LISTS = ["announcements", "items", "entries", "articles", "results", "data"];

/** The announcements of a CSV file with a header row; null when it has none that names a title. */
export function readCsv(source: string): Listing | null {
  const delimiter = [",", ";", "\t"].find((mark) => (source.split("\n", 1)[0] ?? "").includes(mark)) ?? ",";
  try {
    const [header = [], ...rows] = parse(source, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    const names = header.map((name) => name.trim().toLowerCase());
    return listing(rows.map((row) => new Map(names.map((name, index) => [name, row[index] ?? ""]))));
  } catch {
    return null;
  }
}

/** The announcements of a JSON list, or of the first list inside a JSON object, such as AWS's directory. */
export function readJson(source: string): Listing | null {
  try {
    const value: unknown = JSON.parse(source.replace(/^\uFEFF/, ""));
    return listing(listIn(value).map(fieldsOf));
  } catch {
    return null;
  }
}

function listing(rows: Map<string, string>[]): Listing | null {
  const entries = rows.map(listed).filter((entry) => entry.title !== "");
  return entries.length > 0 ? { facts: NO_FACTS, entries } : null;
}

function listed(fields: Map<string, string>): Listed {
  const first = (names: readonly string[]) => names.map((name) => fields.get(name)?.trim()).find(Boolean) ?? null;
  return { title: first(TITLE) ?? "", text: first(TEXT) ?? "", url: first(URL), section: first(SECTION), place: null };
}

function listIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== "object" || value === null) return [];
  const fields = new Map<string, unknown>(Object.entries(value));
  for (const name of LISTS) {
    const list = fields.get(name);
    if (Array.isArray(list)) return list;
  }
  return [];
}

/** The text fields of an item by lower-case name; AWS wraps them in `item.additionalFields`. */
function fieldsOf(item: unknown): Map<string, string> {
  if (typeof item === "string") return new Map([["title", item]]);
  if (typeof item !== "object" || item === null) return new Map();
  if ("item" in item) return fieldsOf(item.item);
  if ("additionalFields" in item) return fieldsOf(item.additionalFields);
  const texts = Object.entries(item).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name.toLowerCase(), value]] : [],
  );
  return new Map(texts);
}
