import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { keysOfItems, type Named } from "./item-keys";

describe("keysOfItems", () => {
  it("goes by the guid, whatever else changes", () => {
    expect(sharesKey(item("1", "/a", "One"), item("1", "/b", "Two"))).toBe(true);
    expect(sharesKey(item("1", "/a", "One"), item("2", "/b", "One"))).toBe(false);
  });

  it("knows a page under its title again when its guid has changed", () => {
    expect(sharesKey(item("1", "/a", "One"), item("2", "/a?utm=x", " one "))).toBe(true);
    expect(sharesKey(item("1", "/a", "One"), item("2", "/a", "Another"))).toBe(false);
  });

  it("goes by the link without a guid, and by the title without either", () => {
    expect(sharesKey(item(null, "/a", "One"), item(null, "/a", "One, corrected"))).toBe(true);
    expect(sharesKey(item(null, null, "One"), item(" ", null, "ONE"))).toBe(true);
    expect(sharesKey(item(null, null, "One"), item(null, null, "Two"))).toBe(false);
  });

  it("believes no guid or link that different items share", () => {
    const keys = keysOfItems([
      item("same", "/news", "One"),
      item("same", "/news", "Two"),
      item("same", "/news", "Three"),
    ]);

    expect(new Set(keys.flat()).size).toBe(3);
  });

  it("leaves out what is repeated", () => {
    const keys = keysOfItems([
      item("1", "/a", "One"),
      item("1", "/a", "One"),
      item("2", "/a", "One"),
      item(null, null, "One"),
    ]);

    expect(keys.map((own) => own !== null)).toEqual([true, false, false, true]);
  });

  it("never gives two items of a document one key, and gives the same keys again", () => {
    const named = fc.record({
      guid: fc.option(fc.constantFrom("", " ", "1", "2", "x".repeat(5000))),
      url: fc.option(fc.constantFrom("https://example.com/a", "https://example.com/b?c", "mailto:x")),
      title: fc.constantFrom("", "One", "Two", "one "),
    });
    fc.assert(
      fc.property(fc.array(named, { maxLength: 12 }), (items) => {
        const keys = keysOfItems(items).flatMap((own) => own ?? []);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keysOfItems(items)).toEqual(keysOfItems(items));
        for (const key of keys) expect(key.length).toBeLessThan(60);
      }),
    );
  });
});

function item(guid: string | null, path: string | null, title: string): Named {
  return { guid, url: path && `https://example.com${path}`, title };
}

function sharesKey(one: Named, other: Named): boolean {
  const [keys] = keysOfItems([one]);
  const [others] = keysOfItems([other]);
  return (keys ?? []).some((key) => others?.includes(key));
}
