import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { postView } from "@/lib/catalogue/imports/post-view";

import { selectedPlace } from "./post-selection";

const POST = "## Money\n\nTake **[EBS gp3](https://a.example/x)** first &amp; wait.\n\n- Proton\n";
const BLOCKS = postView(POST, "markdown", [{ number: 1, title: "gp3", place: { start: 10, end: 60 } }]);

describe("selectedPlace", () => {
  it("finds what is selected in the source, whatever markup and marks are around it", () => {
    expect(select([1, 5], [1, 12])).toBe("EBS gp3");
    expect(select([1, 9], [1, 18])).toBe("gp3](https://a.example/x)** first");
    expect(select([1, 13], [1, 20])).toBe("first &amp;");
  });

  it("takes a paragraph that is selected as a whole as that one alone", () => {
    expect(select([0, 0], [1, 0])).toBe("Money");
  });

  it("takes several paragraphs together", () => {
    expect(select([1, 21], [2, 6])).toBe("wait.\n\n- Proton");
  });

  it("finds nothing where no word is selected", () => {
    expect(select([1, 4], [1, 5])).toBeNull();
    expect(select([1, 5], [1, 5])).toBeNull();
    expect(select([7, 0], [9, 4])).toBeNull();
  });

  it("gives a place that holds all the words that were selected", () => {
    const shown = BLOCKS.map(({ parts }) => parts.map(({ text }) => text).join(""));
    const point = fc
      .nat(BLOCKS.length - 1)
      .chain((block) => fc.tuple(fc.constant(block), fc.nat(shown[block]?.length)));
    fc.assert(
      fc.property(point, point, (one, other) => {
        const [from, to] = [one, other].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        if (!from || !to) return;
        const words = wordsBetween(shown, from, to);
        const place = selectedPlace(BLOCKS, { from: pointAt(from), to: pointAt(to), words });
        if (!place) return;

        const written = POST.slice(place.start, place.end);
        for (const word of words.match(/\p{L}+/gu) ?? []) expect(written).toContain(word);
      }),
    );
  });
});

type Point = [block: number, offset: number];

function select(from: Point, to: Point): string | null {
  const shown = BLOCKS.map(({ parts }) => parts.map(({ text }) => text).join(""));
  const place = selectedPlace(BLOCKS, { from: pointAt(from), to: pointAt(to), words: wordsBetween(shown, from, to) });
  return place && POST.slice(place.start, place.end);
}

function pointAt([block, offset]: Point) {
  return { block, offset };
}

function wordsBetween(shown: readonly string[], [b1, o1]: Point, [b2, o2]: Point): string {
  if (b1 === b2) return shown[b1]?.slice(o1, o2) ?? "";
  return [shown[b1]?.slice(o1), ...shown.slice(b1 + 1, b2), shown[b2]?.slice(0, o2)].join("\n");
}
