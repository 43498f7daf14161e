import fc from "fast-check";
import { describe, expect, it } from "vitest";

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

  it("gives candidates of one spot one highlight with both numbers", () => {
    const place = placeOf("Take **[EBS gp3]");

    const blocks = postView(POST, "markdown", [
      { number: 1, title: "EBS gp3", place },
      { number: 2, title: "gp3", place },
    ]);

    expect(marked(blocks)).toEqual([["EBS gp3", [1, 2]]]);
  });

  it("shows a long post around its candidates only", () => {
    const filler = "Nothing of note happened.\n".repeat(20_000);
    const text = `${filler}We got Proton.\n${filler}`;
    const start = filler.length;

    const blocks = postView(text, "text", [{ number: 1, title: "Proton", place: { start, end: start + 14 } }]);

    expect(blocks.length).toBeLessThan(100);
    expect(marked(blocks)).toEqual([["Proton", [1]]]);
  });

  it("shows nothing that is not in the source, in its order", () => {
    const text = fc
      .array(fc.constantFrom("**", "[", "](", ")", "![", "<b", ">", "# ", "- ", "\n", "word", " ", "gp3"), {
        minLength: 1,
        maxLength: 60,
      })
      .map((pieces) => pieces.join(""));
    const places = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { maxLength: 6 });
    fc.assert(
      fc.property(text, places, (source, given) => {
        const candidates = given.map(([a, b], index) => {
          const start = a % source.length;
          return {
            number: index + 1,
            title: "gp3",
            place: { start, end: Math.min(source.length, start + (b % 40) + 1) },
          };
        });

        const shown = postView(source, "markdown", candidates).flatMap(({ parts }) => parts);

        let at = 0;
        for (const { text: piece } of shown) for (const char of piece) at = source.indexOf(char, at) + 1 || Infinity;
        expect(at).toBeLessThanOrEqual(source.length);
      }),
    );
  });
});

function placeOf(written: string) {
  const start = POST.indexOf(written);
  return { start, end: start + written.length };
}

function marked(blocks: readonly PostBlock[]) {
  return blocks.flatMap(({ parts }) =>
    parts.filter((part) => part.numbers.length > 0).map((part) => [part.text, part.numbers]),
  );
}
