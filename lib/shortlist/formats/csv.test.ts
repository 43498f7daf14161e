import { execFileSync } from "node:child_process";

import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { found } from "@/lib/testing/commands";
import { decision } from "@/lib/testing/decisions";
import { exportSource, writtenText } from "@/lib/testing/export-source";
import { anyShortlistRow, shortlistRow } from "@/lib/testing/shortlist-rows";

import type { ExportAbout } from "../export/types";
import type { ShortlistRow } from "../types";

import { COLUMNS, FACTS } from "./columns";
import { csvRecord, shortlistCsv } from "./csv";

const HEAD = [...COLUMNS, ...FACTS].map(({ name }) => name);

describe("shortlistCsv", () => {
  it("starts with a byte order mark and the names of its columns, and is that alone for an empty shortlist", async () => {
    const text = await csv([]);

    expect(text).toBe(`\uFEFF${HEAD.join(",")}\r\n`);
    expect(HEAD).toEqual(
      "Announcement,Services,Category,Availability,Standing,Order,Owner,Target,Due,Effort,Days,Progress,Progress since,Decided by,Decided on,Against the lean,Support,Adopt,Investigate,Ignore,Not marked,Reason,Notes,Link,Address in Debrief,Conference,Team,Filter,As of,Hidden by a blind round".split(
        ",",
      ),
    );
  });

  it("tells the decision with its owner, target, effort and progress, and of what leans none of it", async () => {
    const settled = decision({
      owner: { personId: "x", name: "Ewan Fraser" },
      target: { on: "2021-03-31", isQuarter: true },
      effort: "M",
      effortDays: 2.5,
      delivery: "started",
      deliveryOn: "2021-01-11",
      by: { personId: "y", name: "Maya" },
      at: "2021-01-04T23:20:00.000Z",
    });

    const [first, second] = records(
      await csv([
        shortlistRow({ decision: settled, lean: "ignore", support: 0.123456 }),
        shortlistRow({ standing: "leans", decision: null, lean: "adopt", tally: null, support: null }),
      ]),
    );

    expect(first).toMatchObject({
      ...{ Order: "1", Owner: "Ewan Fraser", Target: "2021-Q1", Due: "2021-03-31", Effort: "M", Days: "2.5" },
      ...{ Progress: "Started", "Progress since": "2021-01-11", "Decided by": "Maya", "Decided on": "2021-01-04" },
      ...{ "Against the lean": "Leaned to ignore", Support: "0.1235" },
    });
    expect(second).toMatchObject({
      ...{ Standing: "Leans adopt", Order: "", Owner: "", Target: "", Due: "", Effort: "", Days: "", Progress: "" },
      ...{ "Decided on": "", "Against the lean": "", Support: "", Adopt: "", Investigate: "", Ignore: "" },
    });
  });

  it("says in every record which conference, team, filter and moment it shows, and what is hidden", async () => {
    const about = {
      conference: { slug: "c", name: "=Conf, 2030", startsOn: null, endsOn: null },
      team: { slug: "t", name: "Platform" },
      filter: "owner Ewan, Q1 2021",
      at: "2021-01-04T11:20:00.000Z",
      hidden: 3,
    };

    expect(records(await csv([shortlistRow()], about))).toMatchObject([
      {
        Conference: "'=Conf, 2030",
        Team: "Platform",
        Filter: "owner Ewan, Q1 2021",
        "As of": "2021-01-04T11:20:00.000Z",
        "Hidden by a blind round": "3",
      },
    ]);
  });

  it("gives back every cell to a reader of ours, and none that a spreadsheet would run", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyShortlistRow, { maxLength: 5 }), async (rows) => {
        const [head, ...read] = parse(await csv(rows), { bom: true });
        expect(head).toEqual(HEAD);
        expect(read.map((record) => record.map(unarmed))).toEqual(rows.map(cellsOf));
        for (const cell of read.flat()) for (const piece of cell.split(/[;\t\r\n]/)) expect(piece).not.toMatch(RUNS);
      }),
    );
  });

  it.skipIf(!found("python3"))("is read by Python's csv module as it was written", async () => {
    const long = shortlistRow({
      title: `=HYPERLINK("https://evil.example","${"x".repeat(5_000)}")`,
      notes: [{ name: "דנה", choice: "adopt", note: "שלום, עולם \u202eabc | # 🚀" }],
    });
    const rows = [long, ...fc.sample(anyShortlistRow, 100)];
    const script = `
import csv, io, json, sys
text = sys.stdin.buffer.read().decode("utf-8-sig")
print(json.dumps(list(csv.reader(io.StringIO(text, newline=""), strict=True))))`;

    const said = execFileSync("python3", ["-c", script], { input: await csv(rows), maxBuffer: 1e8, encoding: "utf8" });

    const [head, ...read]: string[][] = JSON.parse(said);
    expect(head).toEqual(HEAD);
    expect(read.map((record) => record.map(unarmed))).toEqual(rows.map(cellsOf));
  });
});

describe("csvRecord", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "  =1", '=HYPERLINK("https://x.example")'])(
    "takes the formula out of %j",
    (cell) => {
      const [[read = ""] = []] = parse(csvRecord([cell]), { record_delimiter: "\r\n" });
      expect(read).toMatch(/^'/);
      expect(unarmed(read)).toBe(cell);
    },
  );

  it("takes it out where a reader that separates by semicolons, tabs or bare line ends would begin a cell", () => {
    expect(parse(csvRecord(["a;=1; +2\n-3"]))).toEqual([["a;'=1; '+2\n'-3"]]);
    expect(parse(csvRecord(["Well ;-) and\n- so"]))).toEqual([["Well ;-) and\n- so"]]);
  });

  it("leaves numbers numbers", () => {
    expect(csvRecord([-1, 0, 2.5, null, "-1"])).toBe("-1,0,2.5,,'-1\r\n");
  });
});

/** What begins a formula. */
const RUNS = /^\s*(?:[=+@＝＋＠]|-[\p{L}\p{N}(])/u;

function csv(shortlist: readonly ShortlistRow[], about: Partial<ExportAbout> = {}): Promise<string> {
  return writtenText(shortlistCsv, exportSource({ shortlist, about }));
}

function records(text: string): Record<string, string>[] {
  return parse(text, { bom: true, columns: true });
}

/** Every cell of a row without the apostrophes, by which what people typed is told from formulas. */
function cellsOf(row: ShortlistRow, index: number): string[] {
  const { about } = exportSource();
  const cells = [...COLUMNS.map(({ value }) => value(row, index + 1)), ...FACTS.map(({ value }) => value(about))];
  return cells.map((cell) => unarmed(String(cell ?? "")));
}

function unarmed(cell: string): string {
  return cell.replaceAll("'", "");
}
