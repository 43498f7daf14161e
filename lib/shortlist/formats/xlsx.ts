import { fixed } from "../export/text";
import type { ExportAbout, ExportFormat, ExportSource } from "../export/types";
import type { ShortlistRow } from "../types";

import { COLUMNS, FACTS, type Column } from "./columns";
import {
  contentTypes,
  coreProperties,
  PACKAGE_RELATIONSHIPS,
  STYLE,
  STYLES,
  workbook,
  workbookRelationships,
} from "./xlsx/parts";
import { dayNumber, makeSheet, momentNumber, type SheetCell } from "./xlsx/sheet";
import { linkTarget } from "./xlsx/text";
import { zipped, type ArchivedFile } from "./zip";

export const xlsxFormat: ExportFormat = {
  file: "shortlist.xlsx",
  contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  permission: "shortlist.export",
  shared: "shortlist",
  writer: fixed(shortlistXlsx),
};

/**
 * The shortlist as a workbook of Office Open XML (ECMA-376 part 1, SpreadsheetML; parts 2 and 3 for the package): a sheet
 * whose numbers are numbers, whose days are days and whose text is text, never a formula, with the announcement linked to
 * its page and the vendor's link to the vendor; and a sheet that says what it is of.
 */
export function shortlistXlsx(source: ExportSource): AsyncGenerator<Uint8Array> {
  return zipped(packaged(source), source.about.at);
}

/** The parts in the order in which they can be written: the workbook names the area of a table once it is filled. */
async function* packaged({ about, shortlist }: ExportSource): AsyncGenerator<ArchivedFile> {
  const table = makeSheet({ columns: COLUMNS, filters: true });
  const facts = makeSheet({ columns: FACT_COLUMNS, filters: false });
  const counts = { decided: 0, leans: 0 };

  yield { name: "[Content_Types].xml", text: contentTypes(SHEETS) };
  yield { name: "_rels/.rels", text: PACKAGE_RELATIONSHIPS };
  yield { name: "docProps/core.xml", text: coreProperties({ title: titleOf(about), at: about.at }) };
  yield { name: "xl/styles.xml", text: STYLES };
  yield { name: "xl/worksheets/sheet1.xml", text: table.xml(tableRows(shortlist(), counts)) };
  yield { name: "xl/worksheets/_rels/sheet1.xml.rels", text: given(table.relationships()) };
  yield { name: "xl/worksheets/sheet2.xml", text: facts.xml(given(factRows(about, counts))) };
  yield { name: "xl/worksheets/_rels/sheet2.xml.rels", text: given(facts.relationships()) };
  yield { name: "xl/workbook.xml", text: workbook(SHEETS, { sheet: "Shortlist", area: table.area() }) };
  yield { name: "xl/_rels/workbook.xml.rels", text: workbookRelationships(SHEETS) };
}

async function* tableRows(rows: AsyncIterable<ShortlistRow>, counts: Counts): AsyncGenerator<SheetCell[]> {
  for await (const row of rows) {
    counts[row.standing] += 1;
    const place = counts.decided + counts.leans;
    yield COLUMNS.map((column) => tableCell(column, row, place));
  }
}

function tableCell({ name, kind, value: read }: Column, row: ShortlistRow, place: number): SheetCell {
  const value = read(row, place);
  if (name === "Announcement") return { value, style: STYLE.title, link: row.address };
  if (name === "Link") return { value, style: linkTarget(row.link) ? STYLE.link : STYLE.line, link: row.link };
  if (kind === "day") return { value: typeof value === "string" ? dayNumber(value) : null, style: STYLE.day };
  return { value, style: kind === "address" ? STYLE.line : STYLE[kind] };
}

function* factRows(about: ExportAbout, { decided, leans }: Counts): Generator<SheetCell[]> {
  for (const { name, value, isMoment } of FACTS) {
    const said = value(about);
    yield isMoment
      ? fact(`${name} (UTC)`, { value: momentNumber(about.at), style: STYLE.moment })
      : fact(name, { value: said, style: typeof said === "number" ? STYLE.number : STYLE.text });
  }
  yield fact("Decided to adopt", { value: decided, style: STYLE.number });
  yield fact("Leaning to adopt", { value: leans, style: STYLE.number });
  yield fact("Shortlist in Debrief", { value: about.address, style: STYLE.link, link: about.address });
}

function fact(name: string, cell: SheetCell): SheetCell[] {
  return [{ value: name, style: STYLE.label }, cell];
}

/** A generator as one that files of an archive are made of. */
async function* given<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values;
}

function titleOf({ team, conference }: ExportAbout): string {
  return `Shortlist of ${team.name} for ${conference.name}`;
}

type Counts = { decided: number; leans: number };

const SHEETS = [
  { name: "Shortlist", file: "sheet1.xml" },
  { name: "About", file: "sheet2.xml" },
];

const FACT_COLUMNS = [
  { name: "About this file", width: 26 },
  { name: "", width: 60 },
];
