import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";

import { exportSource, writtenText } from "@/lib/testing/export-source";
import { anyShortlistRow, shortlistRow } from "@/lib/testing/shortlist-rows";

import type { ShortlistRow } from "../types";

import { cellWords, COLUMNS } from "./columns";
import { escapeMarkdown, shortlistMarkdown } from "./markdown";

describe("shortlistMarkdown", () => {
  it("writes one table with the announcement linked to its page", async () => {
    const row = shortlistRow({ title: "Widgets | 2 <em>fast</em>", notes: [], decision: null, services: [] });
    const text = await write([row]);

    expect(text.split("\n").slice(4)).toEqual([
      "| Announcement | Services | Category | Availability | Standing | Owner | Target | Effort | Days | Progress | Progress since | Decided by | Decided on | Against the lean | Support | Adopt | Investigate | Ignore | Not marked | Reason | Notes | Link |",
      "| --- | --- | --- | --- | --- | --- | --- | --- | --: | --- | --- | --- | --- | --- | --: | --: | --: | --: | --: | --- | --- | --- |",
      "| [Widgets \\| 2 \\<em\\>fast\\</em\\>](<https://debrief.example/teams/platform/announcements/faster-widgets>) |  | Machine learning | Available | Decided adopt |  |  |  |  |  |  |  |  |  | 0.50 | 3 | 1 | 0 | 2 |  |  | <https://vendor.example/widgets> |",
      "",
    ]);
  });

  it("renders as what people typed, in as many rows, whatever they typed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyShortlistRow, { maxLength: 4 }), async (rows) => {
        const tree = parse(await write(rows));
        const tables = tree.children.filter(({ type }) => type === "table");
        expect(tree.children.map(({ type }) => type)).toEqual(["heading", "paragraph", "table"]);
        const lines = tables.flatMap(({ children = [] }) => children);
        expect(lines).toHaveLength(rows.length + 1);
        lines.slice(1).forEach((line, index) => {
          expect(line.children?.map(textOf)).toEqual(shownCells(rows[index], index + 1));
        });
      }),
      { numRuns: 300 },
    );
  });

  it("holds no HTML, no image and no link that runs", async () => {
    await fc.assert(
      fc.asyncProperty(anyShortlistRow, async (row) => {
        for (const node of everyNode(parse(await write([row])))) {
          expect(["html", "image", "imageReference", "linkReference", "footnoteReference"]).not.toContain(node.type);
          if (node.type === "link") expect(node.url).toMatch(/^(https?|mailto):/i);
        }
      }),
    );
  });
});

describe("escapeMarkdown", () => {
  it.each(["*a*", "_a_", "`a`", "[a](javascript:x)", "![a](b)", "<script>", "&lt;", "a|b", "~~a~~", "$1 to $2", "\\"])(
    "leaves %j as it was typed",
    (typed) => {
      expect(textOf(parse(escapeMarkdown(typed)))).toBe(typed);
    },
  );
});

function write(shortlist: readonly ShortlistRow[]): Promise<string> {
  return writtenText(shortlistMarkdown, exportSource({ shortlist }));
}

/** Cells as a reader of the table sees them: in one line, addresses in the form browsers give them. */
function shownCells(row: ShortlistRow | undefined, place: number): string[] {
  if (!row) return [];
  return COLUMNS.filter(({ isForSheets }) => !isForSheets).map((column) => {
    const text = cellWords(column, row, place);
    const isShownAsAddress = column.kind === "address" && /^https?:\/\//i.test(text) && URL.canParse(text);
    return isShownAsAddress ? shownAddress(text) : text.replace(/\s+/gu, " ").trim();
  });
}

function shownAddress(text: string): string {
  return new URL(text).href.replace(/[|\\<>`]/g, encodeURIComponent).replace(/(&#?\w+);/g, "$1%3B");
}

type Node = { type: string; url?: string; value?: string; children?: Node[] };

function parse(text: string): Node & { children: Node[] } {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function textOf(node: Node): string {
  return node.value ?? node.children?.map(textOf).join("") ?? "";
}

function everyNode(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(everyNode)];
}
