import type { ShortlistFormat, ShortlistRow } from "../types";

import { COLUMNS, type Column } from "./columns";

/**
 * The shortlist as one table of GitHub Flavored Markdown (https://github.github.com/gfm/#tables-extension-). A table's row
 * is a line, so line breaks in a cell become spaces; what people typed is escaped and comes out as they typed it.
 */
export const markdownFormat: ShortlistFormat = {
  extension: "md",
  contentType: "text/markdown; charset=utf-8; variant=GFM",
  head: ({ conference, team }) =>
    [
      `# ${escapeMarkdown(`Shortlist of ${team}: ${conference}`)}\n\n`,
      tableRow(COLUMNS.map(({ name }) => name)),
      tableRow(COLUMNS.map(() => "---")),
    ].join(""),
  row: (row) => tableRow(COLUMNS.map((column) => tableCell(column, row))),
};

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

function tableCell({ name, cell, isAddress }: Column, row: ShortlistRow): string {
  const text = escapeMarkdown(cell(row));
  const target = webAddress(name === "Announcement" ? row.address : cell(row));
  if (target === null) return text;
  if (isAddress) return `<${target}>`;
  return name === "Announcement" ? `[${text}](<${target}>)` : text;
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}

/** An address that ends neither the brackets round it nor the cell, and in which nothing is an escape or an entity. */
function webAddress(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  return new URL(text).href.replace(/[|\\<>`]/g, encodeURIComponent).replace(/(&#?\w+);/g, "$1%3B");
}
