import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { CELL_LENGTH, cellText, linkTarget, xmlText } from "./text";

describe("xmlText", () => {
  it("writes no character that XML 1.0 does not allow, whatever comes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(xmlText(text)).toMatch(/^[\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
        expect(xmlText(text)).not.toMatch(/[<>"]/);
      }),
    );
    expect(xmlText("a\0b\x1bc\ufffe\ud800d & <e>\r")).toBe("abc\ufffdd &amp; &lt;e&gt;&#13;");
  });
});

describe("cellText", () => {
  it("keeps what looks like an escape as it was typed", () => {
    expect(cellText("_x0041_ and _X00e9_ and _x41_ and __x0041_x0042_")).toBe(
      "_x005F_x0041_ and _x005F_X00e9_ and _x41_ and __x005F_x0041_x005F_x0042_",
    );
  });

  it("breaks lines the way XML does", () => {
    expect(cellText("a\r\nb\rc\nd")).toBe("a\nb\nc\nd");
  });

  it("is never longer than a cell, and ends with no half of anything", () => {
    for (const filler of ["x", "🚀", "a🚀", "_x0041_"]) {
      const text = cellText(filler.repeat(CELL_LENGTH + 1));
      expect(text.length).toBeLessThanOrEqual(CELL_LENGTH);
      expect(text).toMatch(/ … Cut here: .* The rest is in Debrief\.$/);
      expect(text).not.toContain("\ufffd");
    }
    expect(cellText("x".repeat(CELL_LENGTH))).toHaveLength(CELL_LENGTH);
  });
});

describe("linkTarget", () => {
  it("is an address of the web of a length that spreadsheets take", () => {
    expect(linkTarget("HTTPS://Vendor.example/a b")).toBe("https://vendor.example/a%20b");
    expect(linkTarget(`https://vendor.example/${"x".repeat(2_050)}`)).not.toBeNull();
    expect(linkTarget(`https://vendor.example/${"x".repeat(2_100)}`)).toBeNull();
    expect(linkTarget("=HYPERLINK(1)")).toBeNull();
  });
});
