import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { visibleWords } from "./post-parts";
import { findWords } from "./post-places";
import { postView, type PostBlock } from "./post-view";

const POST =
  "---\ntitle: x\n---\n## Money\n\nTake **[EBS gp3](https://a.example/x)** first, <b>then</b> wait.\n- Proton\n";

describe("postView", () => {
  it("shows text without its markup, and no front matter", () => {
    const blocks = postView(POST, "markdown", []);

    expect(blocks.map(({ kind, parts }) => [kind, parts.map((part) => part.text).join("")])).toEqual([
      ["heading", "Money"],
      ["text", "Take EBS gp3 first, then wait."],
      ["item", "Proton"],
    ]);
  });

  it("joins the lines of a paragraph, and keeps plain text as it is written", () => {
    const text = "One line\nand its second.\n\n**Stars** &amp; stripes";

    expect(shown(postView(text, "text", []))).toEqual(["One line\nand its second.", "**Stars** &amp; stripes"]);
    expect(shown(postView(text, "markdown", []))).toEqual(["One line\nand its second.", "Stars & stripes"]);
  });

  it("shows the article of a page, with the characters its entities stand for", () => {
    const page =
      "<!doctype html><html><body><nav><a href='/'>Home</a></nav><article><h1>News</h1><p>Fish &amp; chips &#8212; <b>now</b>&nbsp;hot</p>" +
      "<ul><li>One<ul><li>Inner</li></ul></li></ul><script>alert(1)</script></article></body></html>";

    const blocks = postView(page, "html", []);

    expect(blocks.map(({ kind }) => kind)).toEqual(["heading", "text", "item", "item"]);
    expect(shown(blocks)).toEqual(["News", "Fish & chips — now hot", "One", "Inner"]);
  });

  it("leaves emphasis and code marks out, and snake_case and 2 * 3 in", () => {
    expect(shown(postView("An *odd* _one_: `gp3`, snake_case_here, 2 * 3", "markdown", []))).toEqual([
      "An odd one: gp3, snake_case_here, 2 * 3",
    ]);
  });

  it("repairs what was decoded wrongly", () => {
    expect(shown(postView("Itâ€™s here", "text", []))).toEqual(["It’s here"]);
  });

  it("highlights the title within its place, and the first line where the title is not written", () => {
    const blocks = postView(POST, "markdown", [
      { number: 1, title: "ebs gp3", place: placeOf("Take **[EBS gp3](https://a.example/x)** first") },
      { number: 2, title: "AWS Proton", place: placeOf("- Proton") },
    ]);

    expect(marked(blocks)).toEqual([
      ["EBS gp3", [1]],
      ["Proton", [2]],
    ]);
  });

  it("highlights a name that is written shorter, or over two lines, where it stands and not the paragraph's beginning", () => {
    const text = "What we liked most was the **Wide\nRows**, and then Proton.";
    const place = { start: 0, end: text.length };

    const blocks = postView(text, "markdown", [
      { number: 1, title: "Wide Rows", place },
      { number: 2, title: "AWS Proton", place },
    ]);

    expect(marked(blocks)).toEqual([
      ["Wide\nRows", [1]],
      ["Proton", [2]],
    ]);
  });

  it("gives candidates of one spot one highlight with both numbers", () => {
    const place = placeOf("Take **[EBS gp3]");

    const blocks = postView(POST, "markdown", [
      { number: 1, title: "EBS gp3", place },
      { number: 2, title: "gp3", place },
    ]);

    expect(marked(blocks)).toEqual([["EBS gp3", [1, 2]]]);
  });

  it.each([
    ["text", 100_000],
    ["html", 5_000],
    ["html", 80_000],
  ] as const)("shows a long %s around its candidates only, and says where it leaves out", (format, count) => {
    const line = format === "html" ? "<p>Nothing of note happened.</p>\n" : "Nothing of note happened.\n\n";
    const filler = line.repeat(count);
    const text = `${filler}<p>We got Proton.</p>\n${filler}`;
    const start = text.indexOf("We got");

    const blocks = postView(text, format, [{ number: 1, title: "Proton", place: { start, end: start + 14 } }]);

    expect(blocks.length).toBeGreaterThan(20);
    expect(blocks.length).toBeLessThan(150);
    expect(marked(blocks)).toEqual([["Proton", [1]]]);
    expect(blocks.filter(({ kind }) => kind === "gap")).toHaveLength(2);
  });

  it("names of every stretch where it stands in the source, in its order, and shows nothing else", () => {
    fc.assert(
      fc.property(written(), places(), (source, given) => {
        const candidates = given.map(([a, b], index) => {
          const start = a % source.length;
          return {
            number: index + 1,
            title: "gp3",
            place: { start, end: Math.min(source.length, start + (b % 40) + 1) },
          };
        });

        const parts = postView(source, "markdown", candidates).flatMap((block) => block.parts);

        let at = 0;
        for (const { text, start, end } of parts) {
          expect(start).toBeGreaterThanOrEqual(at);
          if (end === undefined) expect(source.slice(start, start + text.length)).toBe(text);
          at = end ?? start + text.length;
        }
        expect(at).toBeLessThanOrEqual(source.length);
      }),
    );
  });
});

describe("findWords", () => {
  it("finds words as they are read, whatever markup stands in and between them", () => {
    const text = "We saw the [Blue *Keys*](https://a.example) of\n<b>Fish &amp; Sons</b>, “it’s” new.";
    const found = (words: string) => {
      const place = findWords(text, words);
      return place && text.slice(place.start, place.end);
    };

    expect(found("blue keys of fish & sons")).toBe("Blue *Keys*](https://a.example) of\n<b>Fish &amp; Sons");
    expect(found('"it\'s" new')).toBe("“it’s” new");
    expect(found("Blue Kettles")).toBeNull();
    expect(found("  ")).toBeNull();
  });

  it("takes any words, and gives a place in the source", () => {
    fc.assert(
      fc.property(written(), fc.string({ unit: "grapheme" }), (source, words) => {
        const place = findWords(source, words);

        expect(place === null || (place.start < place.end && place.end <= source.length)).toBe(true);
      }),
    );
  });
});

describe("visibleWords", () => {
  it("reads a stretch that begins and ends inside markup", () => {
    const start = POST.indexOf("gp3");

    expect(visibleWords(POST, "markdown", { start, end: POST.indexOf("n</b>") + 1 })).toBe("gp3 first, then");
  });
});

function written() {
  return fc
    .array(
      fc.constantFrom("**", "[", "](", ")", "![", "<b", ">", "# ", "- ", "\n", "word", " ", "gp3", "&amp;", "â€™"),
      {
        minLength: 1,
        maxLength: 60,
      },
    )
    .map((pieces) => pieces.join(""));
}

function places() {
  return fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { maxLength: 6 });
}

function placeOf(words: string) {
  const start = POST.indexOf(words);
  return { start, end: start + words.length };
}

function shown(blocks: readonly PostBlock[]) {
  return blocks.map(({ parts }) => parts.map((part) => part.text).join(""));
}

function marked(blocks: readonly PostBlock[]) {
  return blocks.flatMap(({ parts }) => parts.flatMap(({ text, numbers }) => (numbers ? [[text, numbers]] : [])));
}
