import { parseDocument } from "yaml";

import { NO_FACTS } from "../document";
import type { SourceFacts } from "../types";

import { isoDate } from "./iso-date";
import { repairMojibake } from "./mojibake";

/** Front matter is a page of settings; a longer one is not read. */
const MAX_LENGTH = 20_000;

/** What a post's YAML front matter says of it. Front matter that is not valid YAML says nothing. */
export function readFrontMatter(yaml: string): SourceFacts {
  const fields = parseFields(yaml);
  return {
    title: firstText(fields, ["title", "headline", "name"]),
    author: firstText(fields, ["author", "authors", "by", "creator"]),
    url: firstText(fields, [
      "canonical_url",
      "canonicalUrl",
      "canonical",
      "originalURL",
      "original_url",
      "url",
      "link",
    ]),
    publishedOn: isoDate(firstText(fields, ["date", "published", "publishedOn", "pubDate", "published_at", "created"])),
  };
}

function parseFields(yaml: string): Map<string, unknown> {
  if (yaml.length > MAX_LENGTH) return new Map();
  try {
    const value: unknown = parseDocument(yaml, { logLevel: "silent", schema: "failsafe" }).toJS({ maxAliasCount: 10 });
    return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}

function firstText(fields: Map<string, unknown>, names: readonly string[]): string | null {
  for (const name of names) {
    const text = asText(fields.get(name));
    if (text) return text;
  }
  return NO_FACTS.title;
}

/** Authors come as a name, a list of names, or a list of { name }. */
function asText(value: unknown): string | null {
  if (typeof value === "string") return repairMojibake(value).trim() || null;
  if (Array.isArray(value)) return value.map(asText).filter(Boolean).join(", ") || null;
  if (typeof value === "object" && value !== null && "name" in value) return asText(value.name);
  return null;
}
