import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readRecap } from "../read";

import { parsePlainText } from "./plain-text";

function blocks(text: string): [string, number, string][] {
  return parsePlainText(text).blocks.map((block) => [block.kind, block.depth, block.text.replace(/\s+/g, " ")]);
}

const POST = `Three things from re:Invent 2023

By Ann Example | December 3, 2023 | 5 min read

Share
Tweet

We went to Las Vegas, and these are the three
things that our team should look at before
the next quarter begins. The rest of what we
saw there was lamps, sandwiches and a very
long queue, which nobody of us announced to
anybody else.

STORAGE

Amazon S3 Tape Tier
Now generally available: objects on tape that
cost 40% less, with retrieval in a day, see
https://aws.amazon.com/about-aws/whats-new/2023/11/tape/.

•
Old buckets stay where they are.
– Nothing else
changes for them.
1) Read the manual

Subscribe
`;

describe("plain text", () => {
  it("reads a page copied without its markup", () => {
    expect(blocks(POST)).toEqual([
      ["heading", 1, "Three things from re:Invent 2023"],
      ["paragraph", 0, "By Ann Example | December 3, 2023 | 5 min read"],
      [
        "paragraph",
        0,
        "We went to Las Vegas, and these are the three things that our team should look at before the next quarter begins. The rest of what we saw there was lamps, sandwiches and a very long queue, which nobody of us announced to anybody else.",
      ],
      ["heading", 2, "STORAGE"],
      ["heading", 3, "Amazon S3 Tape Tier"],
      [
        "paragraph",
        0,
        "Now generally available: objects on tape that cost 40% less, with retrieval in a day, see https://aws.amazon.com/about-aws/whats-new/2023/11/tape/.",
      ],
      ["item", 0, "Old buckets stay where they are."],
      ["item", 0, "Nothing else changes for them."],
      ["item", 0, "Read the manual"],
    ]);
  });

  it("takes author, date and links from it", () => {
    const { format, source, announcements } = readRecap(POST);

    expect(format).toBe("text");
    expect(source).toMatchObject({
      title: "Three things from re:Invent 2023",
      author: "Ann Example",
      publishedOn: "2023-12-03",
    });
    expect(announcements[0]).toMatchObject({
      title: "Amazon S3 Tape Tier",
      availability: "ga",
      links: [{ url: "https://aws.amazon.com/about-aws/whats-new/2023/11/tape/" }],
    });
  });

  it("takes underlined lines for headings, and bullets alone for no Markdown", () => {
    const text = "Recap\n=====\n\nTape tier\n---------\nIt is new.\n\n- One\n- Two\n";

    expect(blocks(text).slice(0, 3)).toEqual([
      ["heading", 1, "Recap"],
      ["heading", 2, "Tape tier"],
      ["paragraph", 0, "It is new."],
    ]);
    expect(readRecap("Recap of the day\n\n- Tape arrived\n- Lamps left\n").format).toBe("text");
  });

  it("starts a paragraph after an item that ended", () => {
    expect(blocks("Intro\n\n* One is done.\nThen came lunch.\n* Two is\nnot done\n")).toEqual([
      ["heading", 1, "Intro"],
      ["item", 0, "One is done."],
      ["paragraph", 0, "Then came lunch."],
      ["item", 0, "Two is not done"],
    ]);
  });

  it("gives blocks in order with places inside the text, whatever the text", () => {
    const piece = fc.constantFrom(
      "A",
      "b",
      " ",
      "\n",
      "\r\n",
      "•",
      "- ",
      "1. ",
      "====",
      "?",
      ".",
      "https://e.com/",
      "By ",
      "\t",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const text = pieces.join("");
        let start = 0;
        for (const { place } of parsePlainText(text).blocks) {
          expect(place.start).toBeGreaterThanOrEqual(start);
          expect(place.end).toBeLessThanOrEqual(text.length);
          start = place.start;
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["lines that all could be headings", "What?\n".repeat(300_000)],
    ["one line", "word ".repeat(400_000)],
    ["one line of bullets", "• x ".repeat(300_000)],
    ["lines drawn over and over", "x\n---\n".repeat(200_000)],
  ])("is read to its end: %s", (_name, text) => {
    expect(parsePlainText(text).blocks.length).toBeGreaterThan(0);
  });
});
