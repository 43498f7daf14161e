import { collectLinks } from "./links";
import { MAIN, OFFICE, STYLE, WRAPPED, XML } from "./parts";
import { cellText } from "./text";

/** Lines of text that a row shows at most; who reads a longer one opens the cell. */
const MOST_LINES = 8;
const LINE_HEIGHT = 15;

export type SheetColumn = { name: string; /** In characters. */ width: number };

/** Text stays text whatever it looks like; null leaves the cell empty. */
export type SheetCell = {
  value: string | number | null;
  style: number;
  /** Where a click leads; only web addresses do. */
  link?: string | null;
};

export type Sheet = {
  /** The sheet itself (ECMA-376 part 1, 18.3.1.99), a row at a time. */
  xml: (rows: AsyncIterable<readonly SheetCell[]>) => AsyncGenerator<string>;
  /** What goes into the file beside it once it is written. */
  relationships: () => Generator<string>;
  /** What its table fills so far, with the head: "A1:C7". */
  area: () => string;
};

/**
 * A worksheet with a bold head that stays in sight and, where it `filters`, rows that can be filtered by it. Of its rows
 * nothing is kept but what links lead to.
 */
export function makeSheet({ columns, filters }: { columns: readonly SheetColumn[]; filters: boolean }): Sheet {
  const links = collectLinks();
  let count = 0;

  const row = (cells: readonly SheetCell[]) => {
    count += 1;
    const drawn = cells.map((cell, index) => {
      const place = `${letters(index)}${count}`;
      links.add(place, cell.link ?? null);
      return drawCell(cell, place);
    });
    return `<row r="${count}"${heightOf(cells, columns)}>${drawn.join("")}</row>`;
  };
  const area = () => `A1:${letters(columns.length - 1)}${Math.max(1, count)}`;

  return {
    async *xml(rows) {
      yield sheetStart(columns);
      yield row(columns.map(({ name }) => ({ value: name, style: STYLE.head })));
      for await (const cells of rows) yield row(cells);
      yield `</sheetData>${filters ? `<autoFilter ref="${area()}"/>` : ""}${links.cells()}${SHEET_END}`;
    },
    relationships: () => links.relationships(),
    area,
  };
}

/** A day, YYYY-MM-DD, as spreadsheets count them: 1 is 1900-01-01, and 1900 had a 29 February (18.17.4.1). */
export function dayNumber(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / 86_400_000 + 25_569;
}

/** A moment in ISO 8601 the same way, in UTC, to the minute. */
export function momentNumber(moment: string): number {
  return Math.floor(Date.parse(moment) / 60_000) / 1_440 + 25_569;
}

/** The letters of a column, from 0: A, B … Z, AA. */
export function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letters(Math.floor(index / 26) - 1)}${last}`;
}

function drawCell({ value, style }: SheetCell, place: string): string {
  if (value === null || value === "") return "";
  if (typeof value === "number") return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
  const space = /^\s|\s$|\n/.test(value) ? ' xml:space="preserve"' : "";
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t${space}>${cellText(value)}</t></is></c>`;
}

/** Some spreadsheets do not make a row as high as its text when they open a file, so that is estimated here. */
function heightOf(cells: readonly SheetCell[], columns: readonly SheetColumn[]): string {
  const lines = Math.max(...cells.map((cell, index) => linesOf(cell, columns[index]?.width ?? 1)));
  return lines > 1 ? ` ht="${Math.min(lines, MOST_LINES) * LINE_HEIGHT}" customHeight="1"` : "";
}

function linesOf({ value, style }: SheetCell, width: number): number {
  if (typeof value !== "string" || !WRAPPED.has(style)) return 1;
  // A line breaks before the word that does not fit, so a tenth of it stays empty.
  const fits = width * 0.9;
  return value.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / fits)), 0);
}

function sheetStart(columns: readonly SheetColumn[]): string {
  const cols = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/><cols>${cols.join("")}</cols><sheetData>`
  );
}

const SHEET_END =
  '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup orientation="landscape"/></worksheet>';
