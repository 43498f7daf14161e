import { NO_FACTS } from "../document";

import { foldName, listedOf, type Fields } from "./fields";
import { closeJson, jsonItems } from "./json-items";
import { MAX_ENTRIES, withoutRepeated, type Listing } from "./listed";

/** Where lists stand inside a JSON document, the likeliest first. */
const LISTS = ["announcements", "items", "entries", "articles", "results", "posts", "data"];
/** Lists stand at most this deep inside other objects. */
const MAX_DEPTH = 2;

const EXAMPLE = '[{"title": "…", "url": "https://…", "description": "…"}]';

/** The announcements of a JSON list, or of the first list inside a JSON object, such as AWS's directory; null without any. */
export function readJson(source: string): Listing | null {
  const value = parseJson(source);
  const found = listIn(value, 0);
  if (!found) return null;
  const places = jsonItems(source, found.path);
  const entries = found.list
    .slice(0, MAX_ENTRIES)
    .map((item, index) => listedOf(fieldsOf(item), tagsOf(item), places[index] ?? null))
    .filter((entry) => entry.title !== "");
  return entries.length > 0 ? { facts: NO_FACTS, entries: withoutRepeated(entries) } : null;
}

/** What to say of JSON that holds no list of announcements, with one that would do; null for any other text. */
export function jsonProblem(source: string): string | null {
  const value = parseJson(source);
  const isEmptyList = listIn(value, 0)?.list.length === 0;
  if (typeof value !== "object" || isEmptyList || readJson(source)) return null;
  return `The JSON holds no list of announcements. It should be a list of objects with a title, such as ${EXAMPLE}.`;
}

/** The value of JSON, also of one that stopped in the middle; undefined for no JSON. */
export function parseJson(source: string): unknown {
  const text = source.replace(/^\uFEFF/, "");
  for (const attempt of [() => text, () => closeJson(text)]) {
    try {
      const json = attempt();
      return json === null ? undefined : JSON.parse(json);
    } catch {
      continue;
    }
  }
  return undefined;
}

type Found = { list: unknown[]; path: string[] };

function listIn(value: unknown, depth: number): Found | null {
  if (Array.isArray(value)) return { list: value, path: [] };
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return null;
  const fields = new Map<string, unknown>(Object.entries(value));
  for (const name of LISTS) {
    const found = listIn(fields.get(name), depth + 1);
    if (found) return { list: found.list, path: [name, ...found.path] };
  }
  return null;
}

/** The text fields of an item by folded name; AWS wraps them in `item.additionalFields`. */
function fieldsOf(item: unknown): Fields {
  if (typeof item === "string") return new Map([["title", item]]);
  if (typeof item !== "object" || item === null || Array.isArray(item)) return new Map();
  if ("item" in item) return fieldsOf(item.item);
  if ("additionalFields" in item) return fieldsOf(item.additionalFields);
  const texts = Object.entries(item).flatMap(([name, value]): [string, string][] => {
    const text = textOf(value);
    return text === null ? [] : [[foldName(name), text]];
  });
  return new Map(texts);
}

/** A text, or the texts of a list such as `services` and `links` joined. */
function textOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return null;
  const texts = value.filter((each) => typeof each === "string");
  return texts.length > 0 ? texts.join(", ") : null;
}

/** AWS's tags stand beside the item, with an id that says more than their name. */
function tagsOf(item: unknown): string[] {
  if (typeof item !== "object" || item === null || !("tags" in item) || !Array.isArray(item.tags)) return [];
  return item.tags.flatMap((tag: unknown) => {
    if (typeof tag !== "object" || tag === null) return [];
    return ["id" in tag ? tag.id : null, "name" in tag ? tag.name : null].filter((text) => typeof text === "string");
  });
}
