import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";

import { anyShortlistRow, shortlistRow } from "@/lib/testing/shortlist-rows";

import type { ShortlistRow } from "../types";

import { COLUMNS } from "./columns";
import { escapeMarkdown, markdownFormat } from "./markdown";

const HEADING = { conference: "Example Conf", team: "Platform" };

describe("markdownFormat", () => {
  it("writes one table with the announcement linked to its page", () => {
    const text = write([shortlistRow({ title: "Widgets | 2 <em>fast</em>", notes: [], reason: "", services: [] })]);

    expect(text.split("\n").slice(2)).toEqual([
      "| Announcement | Services | Category | Availability | Standing | Adopt | Investigate | Ignore | Not marked | Reason | Notes | Link | Address in Debrief |",
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
      "| [Widgets \\| 2 \\<em\\>fast\\</em\\>](<https://debrief.example/teams/platform/announcements/faster-widgets>) |  | Machine learning | Available | Decided adopt | 3 | 1 | 0 | 2 |  |  | <https://vendor.example/widgets> | <https://debrief.example/teams/platform/announcements/faster-widgets> |",
      "",
    ]);
  });

  it("renders as what people typed, in as many rows, whatever they typed", () => {
    fc.assert(
      fc.property(fc.array(anyShortlistRow, { maxLength: 4 }), (rows) => {
        const tree = parse(write(rows));
        const tables = tree.children.filter(({ type }) => type === "table");
        expect(tree.children.map(({ type }) => type)).toEqual(["heading", "table"]);
        const lines = tables.flatMap(({ children = [] }) => children);
        expect(lines).toHaveLength(rows.length + 1);
        lines.slice(1).forEach((line, index) => {
          expect(line.children?.map(textOf)).toEqual(shownCells(rows[index]));
        });
      }),
      { numRuns: 300 },
    );
  });

  it("holds no HTML, no image and no link that runs", () => {
    fc.assert(
      fc.property(anyShortlistRow, (row) => {
        for (const node of everyNode(parse(write([row])))) {
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

function write(rows: readonly ShortlistRow[]): string {
  return markdownFormat.head(HEADING) + rows.map(markdownFormat.row).join("");
}

/** Cells as a reader of the table sees them: in one line, addresses in the form browsers give them. */
function shownCells(row: ShortlistRow | undefined): string[] {
  if (!row) return [];
  return COLUMNS.map(({ cell, isAddress }) => {
    const text = cell(row);
    const isShownAsAddress = isAddress && /^https?:\/\//i.test(text) && URL.canParse(text);
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
