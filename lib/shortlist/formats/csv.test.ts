import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { exportSource, writtenText } from "@/lib/testing/export-source";
import { anyShortlistRow, shortlistRow } from "@/lib/testing/shortlist-rows";

import type { ShortlistRow } from "../types";

import { COLUMNS } from "./columns";
import { csvRecord, shortlistCsv } from "./csv";

describe("shortlistCsv", () => {
  it("starts with a byte order mark and the names of its columns, and is that alone when nothing is on it", async () => {
    expect(await csvOf([])).toBe(
      "\uFEFFAnnouncement,Services,Category,Availability,Standing,Adopt,Investigate,Ignore,Not marked,Reason,Notes,Link,Address in Debrief\r\n",
    );
  });

  it("keeps commas, quotes, line breaks and emoji of names and notes", async () => {
    const notes = [
      { name: 'Zoë "Zed" O\'Hara, Dr.', choice: "adopt", note: "Yes,\nbut 🚀 later" },
      { name: "李雷", choice: "ignore", note: 'He said "no"' },
    ] as const;

    const [, record] = parseCsv(await csvOf([shortlistRow({ notes: [...notes] })]));

    expect(record?.[10]).toBe('Zoë "Zed" O\'Hara, Dr. (adopt): Yes,\nbut 🚀 later\n李雷 (ignore): He said "no"');
    expect(record?.slice(2, 9)).toEqual(["Machine learning", "Available", "Decided adopt", "3", "1", "0", "2"]);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])("takes the formula out of %j", (cell) => {
    expect(parseCsv(csvRecord([cell]))).toEqual([[`'${cell}`]]);
  });

  it("gives back every cell to an independent reader, and no cell that a spreadsheet would run", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyShortlistRow, { maxLength: 5 }), async (rows) => {
        const records = parseCsv(await csvOf(rows));
        expect(records).toHaveLength(rows.length + 1);
        records.slice(1).forEach((record, index) => {
          expect(record.map(armed)).toEqual(cellsOf(rows[index]).map(armed));
          for (const cell of record) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        });
      }),
    );
  });
});

function cellsOf(row: ShortlistRow | undefined): string[] {
  return row ? COLUMNS.map(({ cell }) => cell(row, exportSource().about)) : [];
}

function csvOf(shortlist: readonly ShortlistRow[]): Promise<string> {
  return writtenText(shortlistCsv, exportSource({ shortlist }));
}

/** A cell without the apostrophe that takes a formula out of it. */
function armed(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/u, "");
}

/** A reader after the grammar of RFC 4180, section 2, that refuses what the grammar does not allow. */
function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let rest = text.replace(/^\uFEFF/, "");
  let record: string[] = [];
  while (rest !== "") {
    const [field = "", escaped, bare = "", end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? [];
    if (end === undefined) throw new Error(`Not a field of RFC 4180: ${JSON.stringify(rest)}`);
    record.push(escaped === undefined ? bare : escaped.replaceAll('""', '"'));
    rest = rest.slice(field.length);
    if (end === ",") continue;
    records.push(record);
    record = [];
  }
  return records;
}
