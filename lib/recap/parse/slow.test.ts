import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseHtml } from "./html";
import { tagsOf } from "./html-tags";
import { tameHtml } from "./html-tame";
import { parseMarkdown } from "./markdown";

/** What a parser that looks back or ahead too far needs hours for; with a limit, seconds. */
function many(piece: string, letters = 1_000_000): string {
  return piece.repeat(Math.ceil(letters / piece.length));
}

describe("Markdown made to be slow", () => {
  it.each([
    ["emphasis that never closes", many(" *x", 500_000) + many("x**", 500_000)],
    ["brackets that never close", many("[")],
    ["links that never close", many('[a](b "')],
    ["brackets in brackets", many("[", 300_000) + many("](x)", 300_000)],
    ["backticks", many("`a ``b ")],
    ["tags that never close", many("x <a b='")],
    ["comments that never close", many("x <!-- ")],
    ["scripts that never close", many("x <script>")],
    ["hidden parts that never close", many("x <span hidden>", 200_000)],
    ["quotes in quotes", many("> ")],
    ["signs of headings", many("# ")],
    ["a line of dashes", `${many("- - ")}x`],
    ["backslashes", many("\\")],
    ["shortcodes that never close", many("{{< a ")],
    ["components that never close", many("<A b={", 300_000)],
    ["exports", `import 'a'\n${many("export const a\n", 500_000)}`],
    ["one line of blanks", `${many(" ")}x`],
  ])("is read to its end: %s", (_name, source) => {
    expect(parseMarkdown(source).blocks.length).toBeLessThan(source.length);
  });

  it("reads lists in lists as deep as they go", () => {
    const lines = Array.from({ length: 700 }, (_, index) => `${"  ".repeat(index)}- x`);

    expect(parseMarkdown(lines.join("\n")).blocks.map((block) => block.depth)).toEqual(lines.map((_, index) => index));
  });
});

describe("HTML made to be slow", () => {
  it.each([
    ["divisions", many("<div>")],
    ["lists in lists", many("<ul><li>x", 300_000)],
    ["bold that never ends", many("<b>x", 500_000)],
    ["bold of every kind", Array.from({ length: 20_000 }, (_, index) => `<b a${index}><p>x`).join("")],
    ["one tag of attributes", `<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}`).join(" ")}>x`],
    ["text between cells", `${many("<p>", 100_000)}<table>${many("x y ", 300_000)}`],
    ["tags between cells", `<table>${many("<p>x</p>", 300_000)}`],
    ["tables in tables", many("<table><tr><td>", 300_000)],
    ["drawings", many("<svg><title>")],
    ["quotes that never end", many('<a b="')],
    ["comments that never end", many("<!--")],
    ["comments in a style sheet", `<style>${many("/*")}</style>x`],
  ])("is read to its end: %s", (_name, body) => {
    expect(parseHtml(`<html><body>${body}`).blocks.length).toBeLessThan(body.length);
  });

  it("never opens more than a bounded number of elements at once, and keeps every offset", () => {
    const piece = fc.constantFrom(
      "<div>",
      "</div>",
      "<b>",
      "</b>",
      "<a x='>'>",
      "</a>",
      "<table>",
      "<tr>",
      "<td>",
      "</table>",
      "<p>",
      "<svg>",
      "</svg>",
      "<!--",
      "-->",
      "<script>",
      "</script>",
      "x",
      "<",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
        const html = pieces.join("");
        const tamed = tameHtml(html);
        expect(tamed.length).toBe(html.length);
        for (let i = 0; i < html.length; i += 1) expect([html[i], " "]).toContain(tamed[i]);
      }),
      { numRuns: 200 },
    );
    const open = [...tagsOf(tameHtml(many("<div><b>")), () => undefined)];
    expect(open.length).toBeLessThan(500);
  });

  it("leaves ordinary pages as they are", () => {
    const page =
      '<!doctype html><p class="a">One <b>two <a href="x">three</a></b><table><tr><td>4</table><br><ul><li>5<li>6</ul>';

    expect(tameHtml(page)).toBe(page);
  });
});
