import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, it } from "vitest";
import { z } from "zod";

import { exportSource, writtenText } from "@/lib/testing/export-source";
import { anyRadarItem, radarItem } from "@/lib/testing/shortlist-rows";

import type { ExportFormat, RadarItem } from "../export/types";

import { byorCsvFormat, byorJsonFormat, radarCsvFormat } from "./byor";
import { disarmed } from "./csv";

/*
 * What Build Your Own Radar demands, restated from thoughtworks/build-your-own-radar, which is not a package: the headers of
 * src/util/contentValidator.js; src/util/inputSanitizer.js, which trims every value as a string and keeps a few tags; and
 * src/util/factory.js, which drops without a word what is in another ring or quadrant than its own.
 */
const KEPT_TAGS = ["b", "i", "em", "strong", "a", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "br", "p", "u"];
const blipSchema = z.strictObject({
  name: z.string(),
  ring: z.enum(["Adopt", "Trial", "Assess", "Hold"]),
  quadrant: z.enum(["Techniques", "Platforms", "Tools", "Languages & Frameworks"]),
  isNew: z.enum(["TRUE", "FALSE"]),
  status: z.enum(["New", "Moved In", "Moved Out", "No Change"]),
  description: z.string(),
});

const AWKWARD = [
  ...["a | b # c \"d\" 'e', f", "two\r\nlines\tand a tab", '=HYPERLINK("https://evil.example","Open")', "שלום עולם"],
  ...["🚀👩‍💻", "x".repeat(5_000), "<script>alert(1)</script>", "Vec<T> & co", "-2+3", "@SUM(A1)"],
];

describe("byor.csv", () => {
  it("has the columns the validator asks for, and is those alone when nothing is on the radar", async () => {
    expect(await textOf(byorCsvFormat, [])).toBe("name,ring,quadrant,isNew,status,description\r\n");
  });

  it("tells ring, quadrant and movement in the words of that radar", async () => {
    const items = [
      radarItem({ title: "A", ring: "adopt", quadrant: 0, moved: 2 }),
      radarItem({ title: "B", ring: "investigate", quadrant: 1, moved: 1 }),
      radarItem({ title: "C", ring: "ignore", quadrant: 2, moved: -1 }),
      radarItem({ title: "D", ring: "ignore", quadrant: 3, moved: 0 }),
    ];

    expect(
      (await csvOf(items)).map(({ name, ring, quadrant, isNew, status }) => [name, ring, quadrant, isNew, status]),
    ).toEqual([
      ["A", "Adopt", "Platforms", "TRUE", "New"],
      ["B", "Assess", "Languages & Frameworks", "FALSE", "Moved In"],
      ["C", "Hold", "Tools", "FALSE", "Moved Out"],
      ["D", "Hold", "Techniques", "FALSE", "No Change"],
    ]);
  });

  it("is written the way the address asks", async () => {
    const [blip] = await csvOf(
      [radarItem({ ring: "investigate", quadrant: 0 })],
      "investigate=trial&quadrants=tools,tools,tools,tools",
    );

    expect(blip).toMatchObject({ ring: "Trial", quadrant: "Tools" });
  });

  it("is the same file that a share link gives as radar.csv", async () => {
    expect(await textOf(radarCsvFormat, [radarItem()])).toBe(await textOf(byorCsvFormat, [radarItem()]));
    expect([byorCsvFormat.shared, radarCsvFormat.shared, byorJsonFormat.shared]).toEqual([null, "radar", "radar"]);
  });

  it("holds no cell that a spreadsheet takes for a formula", async () => {
    for (const blip of await csvOf(AWKWARD.map((title) => radarItem({ title })))) {
      for (const cell of Object.values(blip)) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
    }
  });
});

describe("byor.json", () => {
  it("is an empty array when nothing is on the radar", async () => {
    expect(await jsonOf([])).toEqual([]);
  });

  it("keeps names as they were typed, in one line and without what looks like a tag", async () => {
    const names = (await jsonOf(AWKWARD.map((title) => radarItem({ title })))).map(({ name }) => name);

    expect(names).toEqual([
      ...["a | b # c \"d\" 'e', f", "two lines and a tab", '=HYPERLINK("https://evil.example","Open")', "שלום עולם"],
      ...["🚀👩‍💻", "x".repeat(5_000), "‹script›alert(1)‹/script›", "Vec‹T› & co", "-2+3", "@SUM(A1)"],
    ]);
  });

  it("tells apart what is called the same", async () => {
    const titles = ["Widgets", "Widgets (2)", "widgets", "Widgets", "Widgets (2)"];

    const names = (await jsonOf(titles.map((title) => radarItem({ title })))).map(({ name }) => name);

    expect(names).toEqual(["Widgets", "Widgets (2)", "widgets (3)", "Widgets (4)", "Widgets (2) (2)"]);
  });

  it("says why, who, until when, for which conference, team and moment", async () => {
    const [blip] = await jsonOf([radarItem()]);

    expect(textIn(blip?.description)).toBe(
      "Decided: adopt by Ewan Fraser, 4 Jan 2021." +
        "Cheaper by half." +
        "Owner: Priya Nair. Target: Q1 2021. Effort: M, 12.5 days." +
        "Services: Widget Store, Widget Press. Category: Machine learning. Availability: Available." +
        "What the vendor says What the team says" +
        "Radar of Platform for Example Conf 2030, as of Sun 1 Dec 2030, 11:20 UTC. No filter set.",
    );
  });

  it("leads only to the web", async () => {
    const [blip] = await jsonOf([radarItem({ link: "javascript:alert(1)" })]);

    expect(blip?.description).not.toContain("javascript");
  });
});

describe("both", () => {
  it("are read by that radar's own rules, whatever people type, and say the same", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRadarItem, { maxLength: 5 }), async (items) => {
        const [fromCsv, fromJson] = [await csvOf(items), await jsonOf(items)];
        expect(fromJson).toHaveLength(items.length);
        expect(fromCsv).toEqual(fromJson.map((blip) => ({ ...blip, name: disarmed(blip.name) })));
        expect(new Set(fromJson.map(({ name }) => name)).size).toBe(items.length);
        for (const { name, description } of fromJson) {
          expect(name).toBe(name.trim());
          expect(name).not.toMatch(/[<>\r\n]/);
          expectKept(parseFragment(description));
        }
      }),
    );
  });

  it("are written while they are read, 20,000 items and more", async () => {
    let read = 0;
    const source = {
      ...exportSource(),
      radar: async function* () {
        for (; read < 20_000; read += 1) yield radarItem({ title: "The same" });
      },
    };
    const pieces = writerOf(byorJsonFormat, "")(source)[Symbol.asyncIterator]();

    await pieces.next();
    await pieces.next();

    expect(read).toBeLessThan(3);
    let count = 2;
    while (!(await pieces.next()).done) count += 1;
    expect(count).toBe(20_001);
  });
});

/** Only tags and attributes that the sanitizer keeps, with links to the web. */
function expectKept({ childNodes }: { childNodes: readonly DefaultTreeAdapterTypes.ChildNode[] }): void {
  for (const node of childNodes) {
    if (!("tagName" in node)) continue;
    expect(KEPT_TAGS).toContain(node.tagName);
    for (const { name, value } of node.attrs) expect([name, /^https?:\/\//.test(value)]).toEqual(["href", true]);
    expectKept(node);
  }
}

function textIn(html = ""): string {
  const text = (node: DefaultTreeAdapterTypes.ChildNode): string =>
    "value" in node ? node.value : "childNodes" in node ? node.childNodes.map(text).join("") : "";
  return parseFragment(html).childNodes.map(text).join("");
}

async function csvOf(items: readonly RadarItem[], query = "") {
  return z.array(blipSchema).parse(parseCsv(await textOf(byorCsvFormat, items, query), { columns: true }));
}

async function jsonOf(items: readonly RadarItem[]) {
  return z.array(blipSchema).parse(JSON.parse(await textOf(byorJsonFormat, items)));
}

function textOf(format: ExportFormat, radar: readonly RadarItem[], query = ""): Promise<string> {
  return writtenText(writerOf(format, query), exportSource({ radar }));
}

function writerOf(format: ExportFormat, query: string) {
  const writer = format.writer(new URLSearchParams(query));
  if (!writer.ok) throw new Error(writer.problem.message);
  return writer.value;
}
