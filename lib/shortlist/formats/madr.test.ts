import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import matter from "gray-matter";
import { describe, expect, it } from "vitest";

import { decision } from "@/lib/testing/decisions";
import { exportSource, written } from "@/lib/testing/export-source";
import { everyNode, markdownTree, textOf } from "@/lib/testing/markdown-tree";
import { anyDecisionRecord, decisionRecord } from "@/lib/testing/shortlist-rows";
import type { ToldEvent } from "@/lib/voting/decisions/decision";

import type { DecisionRecord, ExportAbout } from "../export/types";

import { decisionRecords } from "./madr";

describe("decisionRecords", () => {
  it("writes a decision with the sections of the template", async () => {
    const record = decisionRecord({
      decision: decision({ reason: "Cheaper by half.\n\n# Faster, too" }),
      history: [event({ reason: "Cheaper by half.\n\n# Faster, too", delivery: "started", deliveryOn: "2021-02-01" })],
      lean: "ignore",
      notes: [
        { name: "Ada", choice: "adopt", note: "Worth it." },
        { name: null, choice: "ignore", note: "Not\nhere" },
      ],
    });
    const files = await read([record]);

    expect(files["0001-faster-widgets.md"]).toBe(`---
status: accepted
date: 2021-01-04
decision-makers: ["Ewan Fraser", "Ada"]
consulted: ["Priya Nair"]
informed: ["Lars Holm"]
---

# Adopt Faster widgets

## Context and Problem Statement

Widgets that take half the time.

At Example Conf 2030 this was announced: Faster widgets (Widget Store, Widget Press, Machine learning, Available).

Should Platform adopt it, investigate it, or leave it?

## Considered Options

* Adopt (marks: 3)
* Investigate (marks: 1)
* Ignore (marks: 0)

## Decision Outcome

Chosen option: "Adopt", because Cheaper by half.

\\# Faster, too

The team leaned to ignore; this decision goes against it.

### Consequences

* Owner: Priya Nair
* Target: Q1 2021
* Effort: M, 12.5 days

### Confirmation

Progress: Started on 1 Feb 2021.

## Pros and Cons of the Options

### Adopt

* Good, because Worth it. (Ada)

### Ignore

* Good, because Not here

## More Information

* [What was announced](<https://vendor.example/widgets>)
* [The announcement in Debrief, with its thread](<https://debrief.example/teams/platform/announcements/faster-widgets>)
* Settled on 4 Jan 2021 by Platform after Example Conf 2030
`);
  });

  it.each([
    ["adopt", "accepted"],
    ["investigate", "proposed"],
    ["ignore", "rejected"],
  ] as const)("calls %s %s", async (choice, status) => {
    const files = await read([decisionRecord({ history: [event({ choice })] })]);

    expect(matter(files["0001-faster-widgets.md"] ?? "").data.status).toBe(status);
  });

  it("keeps what was settled otherwise later, superseded by the record of that", async () => {
    const files = await read([decisionRecord({ history: CHANGED })]);

    expect(Object.keys(files)).toEqual([
      "0001-faster-widgets.md",
      "0002-faster-widgets.md",
      "0003-faster-widgets.md",
      "README.md",
    ]);
    const [first, second, third] = Object.values(files).map((text) => matter(text));
    expect([first, second, third].map((each) => each?.data.status)).toEqual([
      "superseded by ADR-0002",
      "superseded by ADR-0003",
      "accepted",
    ]);
    expect([first, second, third].map((each) => each?.data.date.toISOString().slice(0, 10))).toEqual([
      "2021-01-05",
      "2021-02-02",
      "2021-03-01",
    ]);
    expect(first?.content).toContain('Chosen option: "Adopt", because A better reason');
    expect(first?.content).toContain("* Superseded by [ADR-0002](0002-faster-widgets.md)");
    expect(second?.content).toContain("* Supersedes [ADR-0001](0001-faster-widgets.md)");
    expect(second?.content).toContain("Opened again on 2 Feb 2021 by Ewan Fraser.");
    expect(third?.content).toContain("Progress: Done on 1 Mar 2021.");
  });

  it("calls proposed again what was reopened and not settled since", async () => {
    const files = await read([decisionRecord({ decision: null, history: CHANGED.slice(0, 4) })]);
    const last = matter(files["0002-faster-widgets.md"] ?? "");

    expect(last.data.status).toBe("proposed");
    expect(last.content).toContain(
      "Opened again on 2 Feb 2021 by Ewan Fraser, and not settled since: it no longer stands.",
    );
  });

  it("numbers in the order in which things were first settled, across announcements", async () => {
    const other = decisionRecord({
      id: "other",
      slug: "slower-widgets",
      history: [event({ at: "2021-01-20T09:00:00.000Z" })],
    });
    const files = await read([decisionRecord({ history: CHANGED }), other]);

    expect(Object.keys(files)).toEqual([
      "0001-faster-widgets.md",
      "0003-faster-widgets.md",
      "0004-faster-widgets.md",
      "0002-slower-widgets.md",
      "README.md",
    ]);
    expect(files["README.md"]?.split("\n")).toEqual([
      "# Decisions of Platform: Example Conf 2030",
      "",
      "Decision records of Platform for Example Conf 2030, as of Sun 1 Dec 2030, 11:20 UTC. No filter set.",
      "",
      "* [ADR-0001](0001-faster-widgets.md) Adopt Faster widgets: superseded by ADR-0003",
      "* [ADR-0002](0002-slower-widgets.md) Adopt Faster widgets: accepted",
      "* [ADR-0003](0003-faster-widgets.md) Adopt Faster widgets: superseded by ADR-0004",
      "* [ADR-0004](0004-faster-widgets.md) Adopt Faster widgets: accepted",
      "",
    ]);
  });

  it("leaves out people where they are left out, and the fields with them", async () => {
    const nobody = { by: null, owner: null };
    const record = decisionRecord({
      history: [{ ...event({}), ...nobody }],
      notes: [],
      voters: [],
      commenters: [],
      others: [],
    });
    const [text = ""] = Object.values(await read([record]));

    expect(Object.keys(matter(text).data)).toEqual(["status", "date"]);
    expect(text).not.toMatch(/Ewan|Priya|Ada/);
  });

  it("has an index that says so when nothing was settled", async () => {
    const files = await read([], { filter: "Q1 2021" });

    expect(Object.keys(files)).toEqual(["README.md"]);
    expect(files["README.md"]).toContain("Only Q1 2021.");
    expect(files["README.md"]).toContain("Nothing has been settled yet.");
  });

  it("keeps numbers and names when more is settled", async () => {
    const later = fc.array(anyDecisionRecord, { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(anyDecisionRecord, { maxLength: 3 }), later, async (records, more) => {
        const before = Object.keys(await read(records));
        const after = Object.keys(await read([...records, ...more.map(in2200)]));
        for (const name of before) expect(after).toContain(name);
      }),
      { numRuns: 50 },
    );
  });

  it("is read as what people typed, with no section but the template's, whatever they typed", async () => {
    await fc.assert(
      fc.asyncProperty(anyDecisionRecord, async (record) => {
        const files = await read([
          { ...record, history: record.history.map((each) => ({ ...each, kind: "settled" as const })) },
        ]);
        for (const [name, text] of Object.entries(files)) {
          expect(name).toMatch(/^(README|\d{4}-[a-z0-9-]+)\.md$/);
          if (name !== "README.md") expectSound(text, record);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("writes titles of five thousand characters, and keeps the index short", async () => {
    const title = "Ein langer Titel 🚀 ".repeat(250);
    const files = await read([decisionRecord({ title })]);

    expect(headings(files["0001-faster-widgets.md"] ?? "")[0]).toBe(`Adopt ${title.trim()}`);
    expect(files["README.md"]?.length).toBeLessThan(600);
  });
});

function expectSound(text: string, { title, summary, notes, voters, history }: DecisionRecord): void {
  const { data, content } = matter(text);
  expect(data.status).toMatch(/^(proposed|rejected|accepted|superseded by ADR-\d{4})$/);
  expect(data.date).toBeInstanceOf(Date);
  expect(data["decision-makers"]).toEqual(expect.arrayContaining(voters));
  expect(history.map(({ by }) => by?.name)).toContain(data["decision-makers"][0]);
  const sections = headings(content);
  expect(sections[0]).toBe(`Adopt ${title}`.replace(/[\s\p{Cc}]+/gu, " ").trim());
  expect(sections.slice(1).filter((each) => !OPTIONAL.includes(each))).toEqual(REQUIRED);
  const shown = packed(textOf(markdownTree(content)));
  expect(shown).toContain(packed(summary));
  expect(history.some(({ reason }) => shown.includes(packed(reason)))).toBe(true);
  for (const { note } of notes) expect(shown).toContain(packed(note));
  for (const node of everyNode(markdownTree(content))) {
    expect(["html", "image", "code", "inlineCode", "thematicBreak", "table", "blockquote", "emphasis"]).not.toContain(
      node.type,
    );
    if (node.type === "link") expect(node.url).toMatch(/^(https?:|mailto:|\d{4}-)/i);
  }
}

/** Text without what only separates: lines and paragraphs are read as blocks. */
function packed(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, "");
}

const REQUIRED = [
  "Context and Problem Statement",
  "Considered Options",
  "Decision Outcome",
  "Confirmation",
  "More Information",
];
const OPTIONAL = ["Consequences", "Pros and Cons of the Options", "Adopt", "Investigate", "Ignore"];

function headings(text: string): string[] {
  return [...everyNode(markdownTree(matter(text).content))]
    .filter(({ type }) => type === "heading")
    .map((node) => textOf(node));
}

function event(given: Partial<ToldEvent>): ToldEvent {
  return { ...decision(), kind: "settled", at: "2021-01-04T09:00:00.000Z", ...given };
}

const CHANGED: ToldEvent[] = [
  event({}),
  event({ at: "2021-01-05T09:00:00.000Z", reason: "A better reason" }),
  event({ at: "2021-02-01T09:00:00.000Z", choice: "ignore" }),
  event({ at: "2021-02-02T09:00:00.000Z", choice: "ignore", kind: "reopened" }),
  event({ at: "2021-02-03T09:00:00.000Z" }),
  event({ at: "2021-03-01T09:00:00.000Z", kind: "delivered", delivery: "done", deliveryOn: "2021-03-01" }),
];

function in2200(record: DecisionRecord): DecisionRecord {
  return { ...record, history: record.history.map((each) => ({ ...each, at: each.at.replace(/^../, "22") })) };
}

async function read(
  decisions: readonly DecisionRecord[],
  about: Partial<ExportAbout> = {},
): Promise<Record<string, string>> {
  const files = unzipSync(await written(decisionRecords, exportSource({ decisions, about })));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}
