import type { Place } from "../types";

/** A record's cells, and where it stands in the source without its line end. */
export type Row = { cells: string[]; place: Place };

export const DELIMITERS = [",", ";", "\t"] as const;
/** Cells beyond these are no table's. */
const MAX_CELLS = 200;
/** Excel writes and reads the delimiter on a line of its own. */
const SEPARATOR_LINE = /^\uFEFF?(?:sep=.\r?\n)?/;

/**
 * The records of comma-, semicolon- or tab-separated text after RFC 4180, blank lines aside: the delimiter is the one
 * the first line has most of. A quote inside a cell, or one that never closes, is text. Reads each character once.
 */
export function* rowsOf(source: string): Generator<Row> {
  let i = SEPARATOR_LINE.exec(source)?.[0].length ?? 0;
  const scan: Scan = { source, delimiter: delimiterOf(source, i), lastQuote: source.lastIndexOf('"') };
  while (i < source.length) {
    const start = i;
    const cells: string[] = [];
    let cell: Cell;
    do {
      cell = readCell(scan, i);
      if (cells.length < MAX_CELLS) cells.push(cell.text);
      i = cell.end + 1;
    } while (source.charAt(cell.end) === scan.delimiter);
    const end = cell.end - (source.charAt(cell.end - 1) === "\r" ? 1 : 0);
    if (cells.some((text) => text.trim() !== "")) yield { cells, place: { start, end: Math.max(start, end) } };
  }
}

type Scan = { source: string; delimiter: string; lastQuote: number };
/** `end` is the delimiter, the line end, or the end of the source. */
type Cell = { text: string; end: number };

function delimiterOf(source: string, start: number): string {
  const newline = source.indexOf("\n", start);
  const header = source.slice(start, newline < 0 ? start + 1000 : newline).replace(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((mark) => header.split(mark).length - 1);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}

function readCell(scan: Scan, start: number): Cell {
  const { source } = scan;
  if (source.charAt(start) !== '"' || start >= scan.lastQuote) return readPlain(scan, start);
  const parts: string[] = [];
  let from = start + 1;
  for (let quote = source.indexOf('"', from); quote >= 0; quote = source.indexOf('"', from)) {
    parts.push(source.slice(from, quote));
    from = quote + 1;
    if (source.charAt(from) !== '"') {
      const rest = readPlain(scan, from);
      return { text: parts.join("") + rest.text, end: rest.end };
    }
    parts.push('"');
    from += 1;
  }
  scan.lastQuote = start;
  return readPlain(scan, start);
}

function readPlain({ source, delimiter }: Scan, start: number): Cell {
  let end = start;
  while (end < source.length && source.charAt(end) !== delimiter && source.charAt(end) !== "\n") end += 1;
  return { text: source.slice(start, end).replace(/\r$/, ""), end };
}
