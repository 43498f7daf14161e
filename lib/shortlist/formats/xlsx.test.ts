import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import readXlsxFile, { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";

import { decision } from "@/lib/testing/decisions";
import { exportSource, written } from "@/lib/testing/export-source";
import { anyShortlistRow, shortlistRow } from "@/lib/testing/shortlist-rows";

import type { ShortlistRow } from "../types";

import { COLUMNS } from "./columns";
import { shortlistXlsx } from "./xlsx";
import { CELL_LENGTH } from "./xlsx/text";

const NAMES = COLUMNS.map(({ name }) => name);

describe("shortlistXlsx", () => {
  it("keeps numbers numbers, days days and text text", async () => {
    const settled = decision({ target: { on: "2021-03-31", isQuarter: true }, effortDays: 12.5, reason: "=1+1" });
    const [row] = await records([shortlistRow({ title: "1234", decision: settled, support: 0.42 })]);

    expect(row).toMatchObject({
      ...{
        Announcement: "1234",
        Services: "Widget Store, Widget Press",
        Order: 1,
        Owner: "Priya Nair",
        Target: "2021-Q1",
      },
      ...{ Due: new Date("2021-03-31"), Days: 12.5, "Progress since": null, "Decided on": new Date("2021-01-04") },
      ...{ Support: 0.42, Adopt: 3, Ignore: 0, Reason: "=1+1" },
    });
  });

  it("leaves cells empty that have nothing to say", async () => {
    const leaning = shortlistRow({ standing: "leans", decision: null, tally: null, support: null, link: null });

    expect(
      Object.entries((await records([leaning]))[0] ?? {}).flatMap(([name, cell]) => (cell === null ? [name] : [])),
    ).toEqual(
      "Order,Owner,Target,Due,Effort,Days,Progress,Progress since,Decided by,Decided on,Against the lean,Support,Adopt,Investigate,Ignore,Reason,Link".split(
        ",",
      ),
    );
  });

  it("says on a sheet of its own what it is of, and is a workbook for an empty shortlist too", async () => {
    const about = { filter: "owner Ewan", at: "2021-01-04T11:20:30.000Z", hidden: 3 };
    const rows = [shortlistRow(), shortlistRow({ standing: "leans" })];

    const [shortlist, facts] = await readXlsxFile(
      await written(shortlistXlsx, exportSource({ about, shortlist: rows })),
    );

    expect([shortlist?.sheet, facts?.sheet]).toEqual(["Shortlist", "About"]);
    // Minutes are parts of a day, so the reader's moment is off by a part of a millisecond.
    const data = facts?.data.map((cells) => cells.map((cell) => (cell instanceof Date ? toSecond(cell) : cell)));
    expect(data).toEqual([
      ["About this file", null],
      ["Conference", "Example Conf 2030"],
      ["Team", "Platform"],
      ["Filter", "owner Ewan"],
      ["As of (UTC)", new Date("2021-01-04T11:20:00Z")],
      ["Hidden by a blind round", 3],
      ["Decided to adopt", 1],
      ["Leaning to adopt", 1],
      ["Shortlist in Debrief", "https://debrief.example/teams/platform/conferences/example-conf-2030/shortlist"],
    ]);
    expect(await readSheet(await written(shortlistXlsx, exportSource()), "Shortlist")).toEqual([NAMES]);
  });

  it("gives back what people typed, whatever it is, and holds no formula", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyShortlistRow, { maxLength: 4 }), async (rows) => {
        const file = await written(shortlistXlsx, exportSource({ shortlist: rows }));
        const [head, ...read] = await readSheet(file, "Shortlist", { trim: false });
        expect(head).toEqual(NAMES);
        expect(read.map((cells) => cells.map(plain))).toEqual(rows.map(cellsOf));
        expect(parts(file)["xl/worksheets/sheet1.xml"]).not.toMatch(/<f[ >]/);
      }),
    );
  });

  it("links the announcement to its page and the vendor's address to the vendor, and nothing that would run", async () => {
    const rows = [
      shortlistRow({ link: 'https://vendor.example/a?b=1&c="2"#there' }),
      shortlistRow({ link: "javascript:alert(1)" }),
      shortlistRow({ link: `https://vendor.example/${"x".repeat(3_000)}` }),
    ];

    const { "xl/worksheets/sheet1.xml": sheet = "", "xl/worksheets/_rels/sheet1.xml.rels": targets = "" } = parts(
      await written(shortlistXlsx, exportSource({ shortlist: rows })),
    );

    const link = column("Link");
    expect(all(sheet, /<hyperlink ref="(\w+)" r:id="(\w+)"/g)).toEqual([
      ["A2", "rId1"],
      [`${link}2`, "rId2"],
      ["A3", "rId3"],
      ["A4", "rId4"],
    ]);
    expect(all(targets, /Id="(\w+)"[^>]* Target="([^"]*)" TargetMode="External"/g)).toEqual([
      ["rId1", "https://debrief.example/teams/platform/announcements/faster-widgets"],
      ["rId2", "https://vendor.example/a?b=1&amp;c=%222%22#there"],
      ["rId3", "https://debrief.example/teams/platform/announcements/faster-widgets"],
      ["rId4", "https://debrief.example/teams/platform/announcements/faster-widgets"],
    ]);
  });

  it("keeps its head bold and in sight, filters by it, and repeats it when printed", async () => {
    const { "xl/worksheets/sheet1.xml": sheet = "", "xl/workbook.xml": book } = parts(
      await written(shortlistXlsx, exportSource({ shortlist: [shortlistRow(), shortlistRow()] })),
    );

    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain(`<autoFilter ref="A1:${column("Address in Debrief")}3"/>`);
    expect(sheet).toMatch(/<col min="1" max="1" width="44" customWidth="1"\/>/);
    expect(book).toContain(`hidden="1">Shortlist!$A$1:$${column("Address in Debrief")}$3</definedName>`);
    expect(book).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="0">Shortlist!$1:$1</definedName>');
  });

  it("cuts what a cell cannot hold, and says so", async () => {
    const [row] = await records([shortlistRow({ title: "🚀".repeat(20_000) })]);

    expect(String(row?.Announcement).length).toBeLessThanOrEqual(CELL_LENGTH);
    expect(row?.Announcement).toMatch(
      /^(🚀)+ … Cut here: a cell of a spreadsheet holds 32,767 characters. The rest is in Debrief.$/u,
    );
  });
});

async function records(shortlist: readonly ShortlistRow[]): Promise<Record<string, unknown>[]> {
  const [, ...rows] = await readSheet(await written(shortlistXlsx, exportSource({ shortlist })), "Shortlist");
  return rows.map((cells) => Object.fromEntries(cells.map((cell, index) => [NAMES[index], cell])));
}

/** What was written, in the forms in which a cell is read. */
function cellsOf(row: ShortlistRow, index: number): unknown[] {
  return COLUMNS.map(({ kind, value }) => {
    const said = value(row, index + 1);
    if (typeof said === "number") return said;
    return kind === "day" && said !== null ? new Date(said).getTime() : plain(said);
  });
}

/** The reader makes empty text nothing, leaves escapes as they are, and takes line breaks together. */
function plain(cell: unknown): unknown {
  if (cell instanceof Date) return cell.getTime();
  if (typeof cell !== "string") return cell;
  const text = cell
    .replace(/_x005F_/g, "_")
    .replace(/\r\n?/g, "\n")
    .replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, "");
  return text === "" ? null : text;
}

function toSecond(date: Date): Date {
  return new Date(Math.round(date.getTime() / 1_000) * 1_000);
}

function parts(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

function column(name: string): string {
  return String.fromCharCode(65 + NAMES.indexOf(name));
}

function all(text: string, pattern: RegExp): string[][] {
  return [...text.matchAll(pattern)].map(([, ...groups]) => groups);
}
