import fc from "fast-check";
import { parse } from "parse5";
import { describe, expect, it } from "vitest";

import { exportSource, writtenText } from "@/lib/testing/export-source";
import { anyRadarItem, radarItem } from "@/lib/testing/shortlist-rows";

import { radarSvgFormat } from "./radar-svg";

type Given = Parameters<typeof exportSource>[0];

async function svgOf(given: Given, query = ""): Promise<string> {
  const writer = radarSvgFormat.writer(new URLSearchParams(query));
  if (!writer.ok) throw new Error(writer.problem.message);
  return writtenText(writer.value, exportSource(given));
}

/** Names of elements, and every attribute's value, as a reader of XML that is not ours sees them. */
function partsOf(svg: string): { elements: string[]; attributes: string[]; text: string } {
  const found = { elements: [] as string[], attributes: [] as string[], text: "" };
  const visit = (node: unknown) => {
    if (typeof node !== "object" || node === null) return;
    if ("tagName" in node && typeof node.tagName === "string") found.elements.push(node.tagName);
    if ("attrs" in node && Array.isArray(node.attrs)) {
      for (const { name, value } of node.attrs) found.attributes.push(`${name}=${value}`);
    }
    if ("value" in node && typeof node.value === "string") found.text += `${node.value}\n`;
    if ("childNodes" in node && Array.isArray(node.childNodes)) node.childNodes.forEach(visit);
  };
  visit(parse(svg));
  return found;
}

const ELEMENTS = ["html", "head", "body", "svg", "title", "desc", "rect", "text", "path", "g", "circle"];

describe("radar.svg", () => {
  it("says what it shows, with numbers as in the list", async () => {
    const radar = [
      radarItem({ id: "b", title: "Second", quadrant: 0, ring: "ignore", moved: -1 }),
      radarItem({ id: "a", title: "First", quadrant: 0, ring: "adopt", moved: 1 }),
    ];

    const { text } = partsOf(await svgOf({ radar, before: { slug: "x", name: "Example Conf 2029" } }));

    expect(text).toContain("Radar: Example Conf 2030");
    expect(text).toContain("Radar of Platform for Example Conf 2030, as of Sun 1 Dec 2030, 11:20 UTC. No filter set.");
    expect(text).toContain("moved out since Example Conf 2029");
    expect(text).toMatch(/1\n+First\n+moved in\n/);
    expect(text).toMatch(/2\n+Second\n+moved out\n/);
    expect(text).toContain("2 announcements in three rings (1 adopt, 0 investigate, 1 ignore)");
  });

  it("is a valid picture of nothing", async () => {
    expect(partsOf(await svgOf({})).text).toContain("Nothing has a ring yet.");
  });

  it("is dark when it is asked to be", async () => {
    expect(await svgOf({}, "theme=dark")).toContain('fill="#0e1013"');
    expect(await svgOf({}, "theme=loud")).toContain('fill="#f9fafb"');
  });

  it("holds what people type as text alone, cut to its line, and refers to nothing outside", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyRadarItem, { selector: ({ id }) => id, maxLength: 30 }), async (radar) => {
        const svg = await svgOf({ radar });
        const { elements, attributes } = partsOf(svg);
        expect(elements.filter((name) => !ELEMENTS.includes(name))).toEqual([]);
        expect(
          attributes.filter((one) => /^(on|href|xlink|style|src)/i.test(one) || /url\(|script:/i.test(one)),
        ).toEqual([]);
        expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        expect(svg).not.toMatch(/\p{Cs}/u);
      }),
    );
  });

  it.each([1, 150, 400, 1_200])(
    "draws or lists each of %i items, none of them outside of the picture",
    async (count) => {
      const long = "A title that goes on ".repeat(250);
      const radar = Array.from({ length: count }, (_, index) =>
        radarItem({
          id: `item-${index}`,
          title: index === 0 ? long : `Item ${index}`,
          quadrant: ([0, 1, 2, 3] as const)[index % 4] ?? 0,
          ring: (["adopt", "investigate", "ignore"] as const)[index % 3] ?? "adopt",
        }),
      );

      const svg = await svgOf({ radar });

      const [, width = "", height = ""] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
      const listed = [
        ...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="13" font-weight="400" fill="#171c24"/g),
      ];
      expect(listed).toHaveLength(Math.min(count, 1_000));
      expect(listed.every(([, x, y]) => Number(x) < Number(width) - 200 && Number(y) < Number(height))).toBe(true);
      expect(svg).not.toContain(long.slice(0, 200));
      expect(svg.includes("Drawn are 1,000 of 1,200")).toBe(count > 1_000);
      expect(Math.max(...svg.split("\n").map((line) => line.length))).toBeLessThan(4_000);
    },
  );
});
