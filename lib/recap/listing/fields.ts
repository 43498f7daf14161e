import { isoDate } from "../parse/iso-date";
import { htmlText } from "../parse/html";
import type { Place } from "../types";

import type { Listed } from "./listed";

/** What is listed of one row: values by the folded name of their column or field. */
export type Fields = ReadonlyMap<string, string>;

/** Names that columns and fields go by, the best first. */
const TITLE = [
  "title",
  "headline",
  "name",
  "announcement",
  "announcementtitle",
  "feature",
  "launch",
  "subject",
  "summary",
];
const TEXT = [
  "description",
  "text",
  "body",
  "postbody",
  "excerpt",
  "content",
  "contenttext",
  "contenthtml",
  "details",
  "summary",
];
const ADDRESS = ["url", "link", "headlineurl", "href", "externalurl", "permalink", "source"];
const SECTION = ["section", "category", "maincategory", "topic"];
const STATUS = ["availability", "status", "state", "stage"];
const TAGS = ["category", "maincategory", "topic", "tags", "categories", "service", "services", "product", "products"];
const DATE = [
  "date",
  "publishedon",
  "postdatetime",
  "publisheddate",
  "datepublished",
  "published",
  "pubdate",
  "createddate",
];

/** A column's or field's name without case and punctuation. */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** True when one of the names is one that titles go by. */
export function hasTitle(names: readonly string[]): boolean {
  return names.some((name) => TITLE.includes(foldName(name)));
}

/** True for a name that any field of an announcement goes by. */
export function isKnownName(name: string): boolean {
  return [TITLE, TEXT, ADDRESS, SECTION, STATUS, TAGS, DATE].some((names) => names.includes(foldName(name)));
}

/** A row as an entry. Its title is empty when no field holds one. */
export function listedOf(fields: Fields, tags: readonly string[], place: Place | null): Listed {
  const first = (names: readonly string[]) => names.map((name) => fields.get(name)?.trim()).find(Boolean) ?? null;
  const url = first(ADDRESS);
  return {
    title: armed(first(TITLE) ?? ""),
    text: armed(first(TEXT) ?? ""),
    url: url && onTheWeb(url),
    section: htmlText(armed(first(SECTION) ?? "")) || null,
    tags: [...TAGS.flatMap((name) => fields.get(name) ?? []), ...tags],
    status: first(STATUS),
    publishedOn: isoDate(first(DATE)),
    place,
  };
}

/** Spreadsheet exports put an apostrophe before what a spreadsheet would take for a formula. */
function armed(text: string): string {
  return text.replace(/^'(?=[=+\-@])/, "");
}

/** AWS's directory has addresses without their site. */
function onTheWeb(url: string): string {
  return /^\/about-aws\//.test(url) ? `https://aws.amazon.com${url}` : url;
}
