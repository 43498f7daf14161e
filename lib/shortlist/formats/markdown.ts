import { aboutLine, fixed } from "../export/text";
import type { ExportFormat, ExportSource } from "../export/types";
import type { ShortlistRow } from "../types";

import { cellWords, COLUMNS, type Column } from "./columns";

export const markdownFormat: ExportFormat = {
  file: "shortlist.md",
  contentType: "text/markdown; charset=utf-8; variant=GFM",
  permission: "shortlist.export",
  shared: "shortlist",
  writer: fixed(shortlistMarkdown),
};

/**
 * The shortlist as one table of GitHub Flavored Markdown (https://github.github.com/gfm/#tables-extension-). A table's row
 * is a line, so line breaks in a cell become spaces; what people typed is escaped and comes out as they typed it.
 */
export async function* shortlistMarkdown({ about, shortlist }: ExportSource): AsyncGenerator<string> {
  yield `# ${escapeMarkdown(`Shortlist of ${about.team.name}: ${about.conference.name}`)}\n\n`;
  yield `${escapeMarkdown(aboutLine("Shortlist", about))}\n\n`;
  yield tableRow(SHOWN.map(({ name }) => name));
  yield tableRow(SHOWN.map(({ kind }) => (kind === "number" || kind === "share" ? "--:" : "---")));
  let place = 0;
  for await (const row of shortlist()) {
    place += 1;
    yield tableRow(SHOWN.map((column) => tableCell(column, row, place)));
  }
}

const SHOWN = COLUMNS.filter(({ isForSheets }) => !isForSheets);

/**
 * Text as Markdown that renders as that text, in one line. Escaped is what starts markup within a line: emphasis, code,
 * links, HTML, entities, table cells, GitHub's mentions and mathematics; and what turns an address into a link by itself,
 * because such a link would take in the escapes after it.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[\\`*_~[\]<>|&$@]/g, "\\$&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/(www)\./gi, "$1\\.");
}

function tableCell(column: Column, row: ShortlistRow, place: number): string {
  const said = cellWords(column, row, place);
  const text = escapeMarkdown(said);
  const isTitle = column.name === "Announcement";
  const target = webAddress(isTitle ? row.address : said);
  if (target === null) return text;
  if (isTitle) return `[${text}](<${target}>)`;
  return column.kind === "address" ? `<${target}>` : text;
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}

/** An address that ends neither the brackets round it nor the cell, and in which nothing is an escape or an entity. */
function webAddress(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  return new URL(text).href.replace(/[|\\<>`]/g, encodeURIComponent).replace(/(&#?\w+);/g, "$1%3B");
}
