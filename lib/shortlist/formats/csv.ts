import { fixed } from "../export/text";
import type { ExportFormat, ExportSource } from "../export/types";

import { COLUMNS } from "./columns";

export const csvFormat: ExportFormat = {
  file: "shortlist.csv",
  contentType: "text/csv; charset=utf-8; header=present",
  permission: "shortlist.export",
  shared: "shortlist",
  writer: fixed(shortlistCsv),
};

/**
 * The shortlist as comma-separated values after RFC 4180: CRLF ends every record, and a cell with a comma, a quote or a
 * line break is quoted with its quotes doubled. A byte order mark comes first, by which spreadsheets know UTF-8.
 */
export async function* shortlistCsv({ about, shortlist }: ExportSource): AsyncGenerator<string> {
  yield `\uFEFF${csvRecord(COLUMNS.map(({ name }) => name))}`;
  for await (const row of shortlist()) yield csvRecord(COLUMNS.map(({ cell }) => cell(row, about)));
}

/** One record of RFC 4180 with its line end. */
export function csvRecord(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(disarmed(cell))).join(",")}\r\n`;
}

/**
 * A cell that no spreadsheet takes for a formula: an apostrophe in front marks it as text. Source: OWASP, "CSV Injection"
 * (=, +, -, @, tab, carriage return), with the line feed and full-width forms that its later editions and spreadsheets add.
 */
export function disarmed(cell: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
}

// A space at either end is quoted too: some readers trim what is not.
function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
