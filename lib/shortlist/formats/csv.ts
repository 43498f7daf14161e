import { fixed } from "../export/text";
import type { ExportFormat, ExportSource } from "../export/types";

import { COLUMNS, FACTS } from "./columns";

export const csvFormat: ExportFormat = {
  file: "shortlist.csv",
  contentType: "text/csv; charset=utf-8; header=present",
  permission: "shortlist.export",
  shared: "shortlist",
  writer: fixed(shortlistCsv),
};

/**
 * The shortlist as comma-separated values after RFC 4180: CRLF ends every record, and a cell with a comma, a quote or a
 * line break is quoted with its quotes doubled. A byte order mark comes first, by which spreadsheets know UTF-8. What the
 * file shows stands in the last columns of every record, because RFC 4180 has no comments and readers take one for data.
 */
export async function* shortlistCsv({ about, shortlist }: ExportSource): AsyncGenerator<string> {
  const facts = FACTS.map(({ value }) => value(about));
  yield `\uFEFF${csvRecord([...COLUMNS, ...FACTS].map(({ name }) => name))}`;
  let place = 0;
  for await (const row of shortlist()) {
    place += 1;
    yield csvRecord([...COLUMNS.map(({ value }) => value(row, place)), ...facts]);
  }
}

/** One record of RFC 4180 with its line end. Numbers stay numbers, text runs nowhere, null is an empty cell. */
export function csvRecord(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => (typeof cell === "string" ? quoted(disarmed(cell)) : (cell ?? ""))).join(",")}\r\n`;
}

/**
 * A cell that no spreadsheet takes for a formula: an apostrophe in front marks it as text. Source: OWASP, "CSV Injection"
 * (=, +, -, @, tab, carriage return, also where a reader that separates by semicolons or tabs would begin a cell within),
 * with the line feed and full-width forms that its later editions and spreadsheets add.
 */
export function disarmed(cell: string): string {
  const within = cell.replace(/(?=[=+@＝＋＠]|[-－][\p{L}\p{N}(])(?<=[;\t\r\n]\s*)/gu, "'");
  return /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u.test(within) ? `'${within}` : within;
}

// A space at either end is quoted too: some readers trim what is not.
function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
