import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseMarkdown } from "./markdown";

function blocks(text: string): string[] {
  return parseMarkdown(text).blocks.map(({ kind, depth, text: words }) => `${kind} ${depth} ${words}`);
}

describe("parseMarkdown", () => {
  it("reads headings, items with their nesting, quotes, tables and HTML in order", () => {
    expect(
      blocks(`Title
=====
Text that
runs on.
## Part ##
* one
    * two
      goes on
* three

> quoted

| a | b |
| - | - |
| c | d |

<ul><li>inside</li></ul>

\`\`\`
code
\`\`\`
{% include x.html %}
end`),
    ).toEqual([
      "heading 1 Title",
      "paragraph 0 Text that\nruns on.",
      "heading 2 Part",
      "item 0 one",
      "item 1 two\ngoes on",
      "item 0 three",
      "paragraph 0 quoted",
      "item 0 a | b",
      "item 0 c | d",
      "item 0 inside",
      "paragraph 0 end",
    ]);
  });

  it("marks bold, emphasis and links with their places, and drops images", () => {
    const text =
      '# x\n\n**1.** [**A _b_ c**](https://e.com/(1) "t") ![img](i.png) snake_case_name &amp; [r] <https://e.com/2> \\*\n\n[r]: https://e.com/3';
    const [, block] = parseMarkdown(text).blocks;

    expect(block?.text).toBe("1. A b c snake_case_name & r https://e.com/2 *");
    expect(
      block?.marks.map(({ kind, url, start, end, place }) => [
        kind,
        url,
        block.text.slice(start, end),
        text.slice(place.start, place.end),
      ]),
    ).toEqual([
      ["strong", null, "1.", "**1.**"],
      ["link", "https://e.com/(1)", "A b c", '[**A _b_ c**](https://e.com/(1) "t")'],
      ["strong", null, "A b c", "**A _b_ c**"],
      ["emphasis", null, "b", "_b_"],
      ["link", "https://e.com/3", "r", "[r]"],
      ["link", "https://e.com/2", "https://e.com/2", "<https://e.com/2>"],
    ]);
  });

  it("reads front matter with lists and quotes, and leaves it out of the post", () => {
    const { facts, blocks: found } = parseMarkdown(
      '---\ntitle: "It\'s: new"\nauthors:\n  - Ada\n  - Bob\ndate: 2020-12-01 10:00\n---\nText',
    );

    expect(facts).toEqual({ title: "It's: new", author: "Ada, Bob", url: null, publishedOn: "2020-12-01" });
    expect(found.map((block) => block.text)).toEqual(["Text"]);
  });

  it("gives blocks in order with places inside the text, whatever the text", () => {
    const piece = fc.constantFrom(
      "#",
      " ",
      "\n",
      "*",
      "_",
      "[",
      "](u)",
      "`",
      "<b>",
      "</b>",
      "<ul>",
      "-",
      "1. ",
      ">",
      "|",
      "x",
      "---",
      "\t",
      "\\",
      "!",
      "&",
      "\r",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const text = pieces.join("");
        let start = 0;
        for (const { place, marks, text: words } of parseMarkdown(text).blocks) {
          expect(place.start).toBeGreaterThanOrEqual(start);
          expect(place.end).toBeLessThanOrEqual(text.length);
          for (const mark of marks)
            expect(0 <= mark.start && mark.start < mark.end && mark.end <= words.length).toBe(true);
          start = place.start;
        }
      }),
      { numRuns: 500 },
    );
  });
});
