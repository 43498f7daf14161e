import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { found } from "@/lib/testing/commands";
import { decision } from "@/lib/testing/decisions";
import { exportSource, written } from "@/lib/testing/export-source";
import { anyShortlistRow, shortlistRow } from "@/lib/testing/shortlist-rows";

import { COLUMNS } from "./columns";
import { shortlistXlsx } from "./xlsx";

/** Text, separated by commas, quoted, in UTF-8, with cells as they are and not as they look, of the sheet that comes first. */
const AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false";

// Where LibreOffice is not installed, another reader checks the workbook in xlsx.test.ts.
describe.skipIf(!found("soffice"))("shortlistXlsx in LibreOffice", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "xlsx-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function opened(name: string, rows: Parameters<typeof exportSource>[0], as: string): Promise<string> {
    const file = path.join(folder, `${name}.xlsx`);
    writeFileSync(file, await written(shortlistXlsx, exportSource(rows)));
    const profile = `-env:UserInstallation=file://${path.join(folder, "profile")}`;
    execFileSync("soffice", [profile, "--headless", "--convert-to", as, "--outdir", folder, file], { stdio: "ignore" });
    return readFileSync(path.join(folder, `${name}.${as.split(":", 1)[0] ?? as}`), "utf8");
  }

  it("opens with types, widths, links, a head that filters, and no formula", async () => {
    const row = shortlistRow({
      title: '=HYPERLINK("https://evil.example","x")',
      decision: decision({ reason: "_x0041_ stays", deliveryOn: "2021-01-11" }),
      support: 0.4321,
    });

    const book = await opened("typed", { shortlist: [row] }, "fods");

    expect(book).toContain(
      'table:target-range-address="Shortlist.A1:Shortlist.Y2" table:display-filter-buttons="true"',
    );
    expect(book).toContain('office:value-type="float" office:value="12.5"');
    expect(book).toContain('office:value-type="float" office:value="0.4321"');
    expect(book).toContain('office:value-type="date" office:date-value="2021-03-31"');
    expect(book).toContain('office:value-type="date" office:date-value="2030-12-01T11:20:00"');
    expect(book).toContain(`xlink:href="${row.address}" xlink:type="simple">=HYPERLINK(`);
    expect(book).toContain(`xlink:href="${row.link}"`);
    expect(book).toContain("<text:p>_x0041_ stays</text:p>");
    expect(book).not.toContain("table:formula");
    const widths = [...book.matchAll(/style:column-width="([\d.]+)in"/g)].map(([, width]) => Number(width));
    expect(Math.max(...widths)).toBeGreaterThan(3 * Math.min(...widths));
  });

  it("opens with what people typed, whatever it is", async () => {
    const rows = fc.sample(anyShortlistRow, 100);
    const texts = COLUMNS.flatMap(({ kind }, index) => (kind === "text" || kind === "address" ? [index] : []));

    const [head, ...read]: string[][] = parse(await opened("any", { shortlist: rows }, AS_CSV));

    expect(head).toEqual(COLUMNS.map(({ name }) => name));
    expect(read.map((cells) => texts.map((index) => plain(cells[index])))).toEqual(
      rows.map((row, at) => texts.map((index) => plain(COLUMNS[index]?.value(row, at + 1)))),
    );
  });

  it("opens with its head alone when the shortlist is empty", async () => {
    const [head, ...rest]: string[][] = parse(await opened("empty", {}, AS_CSV));

    expect(head).toEqual(COLUMNS.map(({ name }) => name));
    expect(rest).toEqual([]);
  });
});

/** Text as XML can hold it, without the tabs, some of which LibreOffice leaves out of cells with several lines. */
function plain(cell: unknown): string {
  return String(cell ?? "")
    .replace(/\r\n?/g, "\n")
    .replace(/[\0-\t\v\f\x0e-\x1f\ufffe\uffff]/g, "");
}
