import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";

import { decision } from "@/lib/testing/decisions";
import { exportSource, written, writtenText } from "@/lib/testing/export-source";
import { hasPython, python } from "@/lib/testing/python";
import { anyShortlistRow, shortlistRow } from "@/lib/testing/shortlist-rows";

import type { ShortlistRow } from "../types";

import { jiraCsv, jiraZip, MOST_ISSUES } from "./jira";
import { wikiText } from "./jira-text";

const HEADER = [
  ...["Summary", "Issue Type", "Description", "Priority", "Assignee", "Reporter", "Labels", "Labels"],
  ...["Due date", "Original Estimate", "Comment Body"],
];

describe("jiraCsv", () => {
  it("writes what is decided as tasks, and not what leans", async () => {
    const rows = await read([shortlistRow(), shortlistRow({ standing: "leans", decision: null })]);

    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual(HEADER);
    expect(rows[1]).toEqual([
      "Faster widgets",
      "Task",
      expect.any(String),
      "",
      "priya@example.com",
      "",
      "example-conf-2030",
      "machine-learning",
      "2021-03-31",
      "360000",
      "What the team wrote with its marks\n*adopt*, Ada: Worth it.",
    ]);
    expect(rows[1]?.[2]?.split("\n")).toEqual([
      "*Decided:* adopt on 4 Jan 2021 by Ewan Fraser",
      "*Owner:* Priya Nair",
      "*Target:* Q1 2021",
      "*Effort:* M, 12.5 days",
      "*Progress:* Planned",
      "*Services:* Widget Store, Widget Press",
      "*Category:* Machine learning",
      "*Availability:* Available",
      "*Marks:* 3 adopt, 1 investigate, 0 ignore",
      "",
      "*Why:* Cheaper by half.",
      "",
      "Announcement: https://vendor.example/widgets",
      "Debrief: https://debrief.example/teams/platform/announcements/faster-widgets",
      "",
      "From the shortlist of Platform for Example Conf 2030, as of Sun 1 Dec 2030, 11:20 UTC. No filter set.",
    ]);
  });

  it("leaves empty what nobody said, commas kept", async () => {
    const nothing = { owner: null, target: null, effort: null, effortDays: null, reason: "" };
    const [, row] = await read([shortlistRow({ ownerEmail: null, notes: [], decision: decision(nothing) })]);

    expect(row?.filter((cell) => cell !== "")).toEqual([
      ...["Faster widgets", "Task", expect.any(String), "example-conf-2030", "machine-learning"],
    ]);
  });

  it("is a header when nothing is decided, without a byte order mark before Summary", async () => {
    expect(await writtenText(jiraCsv, exportSource())).toBe(`${HEADER.join(",")}\r\n`);
  });

  it("keeps a summary to one line of what Jira takes, and the whole title in the description", async () => {
    const title = `${"Lang 🚀 ".repeat(700)}\nund zwei Zeilen`;
    const [, row] = await read([shortlistRow({ title })]);

    expect(Array.from(row?.[0] ?? "")).toHaveLength(250);
    expect(row?.[2]?.startsWith("Lang 🚀 Lang")).toBe(true);
    expect(row?.[2]).toContain("und zwei Zeilen");
  });

  it("cuts a comment to what Jira takes, and says how many notes are left", async () => {
    const notes = Array.from({ length: 200 }, () => ({ name: "Ada", choice: "adopt" as const, note: "x".repeat(500) }));
    const comment = (await read([shortlistRow({ notes })]))[1]?.at(-1) ?? "";

    expect(comment.length).toBeLessThan(32_767);
    expect(comment).toMatch(/\nAnd 1\d\d more in Debrief\.$/);
  });

  it("starts no formula, and has as many cells in every row as in the header, whatever people type", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyShortlistRow, { maxLength: 4 }), async (rows) => {
        const [header, ...records] = await read(decidedFirst(rows));
        expect(header).toEqual(HEADER);
        expect(records).toHaveLength(rows.filter(({ standing }) => standing === "decided").length);
        for (const record of records) {
          for (const cell of record) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
          expect(record[0]).toMatch(/^[^\r\n]{1,251}$/u);
          expect(record[8]).toMatch(/^(\d{4}-\d\d-\d\d)?$/);
          expect(record[9]).toMatch(/^\d*$/);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.skipIf(!hasPython)("is read by Python as the same records", async () => {
    const title = `=HYPERLINK("http://x","y") | # 'quoted', \u202eשלום\u202c 🚀\r\n{code}`;
    const bytes = await written(jiraCsv, exportSource({ shortlist: [shortlistRow({ title }), shortlistRow()] }));
    const script = `
import csv, io, json, sys
text = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline="")
print(json.dumps(list(csv.reader(text, strict=True))))`;

    const records = JSON.parse(python(script, bytes));
    expect(records).toEqual(parse(bytes, { relax_column_count: false }));
    expect(records[1][0]).toBe(`'=HYPERLINK("http://x","y") | # 'quoted', \u202eשלום\u202c 🚀 {code}`);
  });
});

describe("jiraZip", () => {
  it("parts what is decided into files that Jira takes, each with a header", async () => {
    const rows = Array.from({ length: MOST_ISSUES + 2 }, (_, index) => shortlistRow({ title: `Widget ${index}` }));
    const files = unzipSync(
      await written(jiraZip, exportSource({ shortlist: [...rows, shortlistRow({ standing: "leans" })] })),
    );
    const parts = ["jira-1.csv", "jira-2.csv"].map((name) => parse(Buffer.from(files[name] ?? [])));

    expect(Object.keys(files)).toEqual(["jira-1.csv", "jira-2.csv", "README.txt"]);
    expect(parts.map((records) => records.length)).toEqual([MOST_ISSUES + 1, 3]);
    expect(parts.map(([header]) => header)).toEqual([HEADER, HEADER]);
    expect(parts.flatMap((records) => records.slice(1).map(([title]) => title))).toEqual(
      rows.map(({ title }) => title),
    );
    expect(strFromU8(files["README.txt"] ?? new Uint8Array())).toContain(
      "of Platform for Example Conf 2030, as of Sun 1 Dec 2030",
    );
  });

  it("has one part with a header when nothing is decided", async () => {
    const files = unzipSync(await written(jiraZip, exportSource()));

    expect(Object.keys(files)).toEqual(["jira-1.csv", "README.txt"]);
    expect(strFromU8(files["jira-1.csv"] ?? new Uint8Array())).toBe(`${HEADER.join(",")}\r\n`);
  });
});

describe("wikiText", () => {
  it.each([
    ["{code}rm -rf{code}", "\\{code\\}rm \\-rf\\{code\\}"],
    ["[~admin] !x.png! *b*", "\\[\\~admin\\] \\!x.png\\! \\*b\\*"],
    ["real-time", "real-time"],
    ["h1. Loud", "\u200Bh1. Loud"],
    ["one\n# two", "one\n\u200B# two"],
    ["\\*", "\\\u200B\\*"],
    ["&#123;", "&\u200B#123;"],
  ])("writes %j so that it is shown as it is", (typed, escaped) => {
    expect(wikiText(typed)).toBe(escaped);
  });

  it("keeps every sign that people typed, and leaves none that means something", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."{}[]!*_-+^~|?@()\\#\nh1. bq.a&;") }), (typed) => {
        const text = wikiText(typed);
        expect(text.replace(/\\([![\]^~+?%{}()*_\-|@])/g, "$1").replaceAll("\u200B", "")).toBe(typed);
        expect(text.replace(/\\[![\]^~+?%{}()*_\-|@]/g, "x")).not.toMatch(
          /[![\]^~+?%{}()*_|@]|^\s*(#|h1\.|bq\.)|\\\\/m,
        );
      }),
      { numRuns: 500 },
    );
  });
});

function decidedFirst(rows: readonly ShortlistRow[]): ShortlistRow[] {
  return rows.toSorted((a, b) => Number(a.standing === "leans") - Number(b.standing === "leans"));
}

async function read(shortlist: readonly ShortlistRow[]): Promise<string[][]> {
  return parse(await written(jiraCsv, exportSource({ shortlist })));
}
