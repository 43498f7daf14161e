import { NO_FACTS } from "../document";

import { foldName, hasTitle, isKnownName, listedOf } from "./fields";
import { MAX_ENTRIES, withoutRepeated, type Listing } from "./listed";
import { DELIMITERS, rowsOf } from "./table";

/** Column names are a few words. */
const MAX_NAME = 40;
const MAX_HEADER = 1000;
/** Rows that are looked at to tell a table from prose with commas. */
const LOOKED_AT = 5;
const EXAMPLE = "title,url,description";

/** The announcements of a CSV file with a header row; null when it has none that names a title. */
export function readCsv(source: string): Listing | null {
  const [header, ...rows] = take(rowsOf(source), MAX_ENTRIES + 1);
  const names = (header?.cells ?? []).map(foldName);
  if (!hasTitle(names)) return null;
  const entries = rows
    .map(({ cells, place }) => {
      // Of two columns of one name the first counts.
      const fields = names.map((name, index) => [name, cells[index] ?? ""] as const).reverse();
      return listedOf(new Map(fields), [], place);
    })
    .filter((entry) => entry.title !== "");
  return { facts: NO_FACTS, entries: withoutRepeated(entries) };
}

/** True for a text that is a table with a header. */
export function looksLikeTable(source: string): boolean {
  return columnsOf(source) !== null;
}

/** What to say of a table whose header names no title, with one that would do; null for any other text. */
export function headerProblem(source: string): string | null {
  const names = columnsOf(source);
  if (!names || hasTitle(names)) return null;
  return `The table has the columns ${names.join(", ")}, and none for the title. It should have a column title, as in the header ${EXAMPLE}.`;
}

/** The names of a table's columns; null for a text that is no table, such as prose with commas. */
function columnsOf(source: string): string[] | null {
  if (!isHeaderLine(source.slice(0, MAX_HEADER + 1))) return null;
  const [header, ...rows] = take(rowsOf(source), LOOKED_AT + 1);
  const names = (header?.cells ?? []).map((name) => name.trim());
  if (rows.length === 0 || !names.every(isName)) return null;
  if (hasTitle(names)) return names;
  const isEven = rows.every(({ cells }) => cells.length === names.length);
  const areNames = names.every((name) => name !== "") && new Set(names).size === names.length;
  // Two short lines with a comma each may be prose.
  const tells = names.length > 2 || names.some(isKnownName);
  return isEven && areNames && tells && rows.length > 1 ? names : null;
}

/** One column alone has to be called "title": any other word may begin a text. */
function isHeaderLine(head: string): boolean {
  const line = head.replace(/^\uFEFF?(?:sep=.\r?\n)?/, "").split(/\r?\n/, 1)[0] ?? "";
  if (line.length >= MAX_HEADER) return false;
  return DELIMITERS.some((mark) => line.includes(mark)) || /^"?title"?$/i.test(line.trim());
}

/** A column's name is short and no sentence, link or Markdown. */
function isName(name: string): boolean {
  return name.length < MAX_NAME && !/[.!?:]\s|[.!?]$|[[\]<>#*|{}]|:\/\//.test(name);
}

function take<T>(items: Iterable<T>, count: number): T[] {
  const taken: T[] = [];
  for (const item of items) {
    taken.push(item);
    if (taken.length === count) break;
  }
  return taken;
}
