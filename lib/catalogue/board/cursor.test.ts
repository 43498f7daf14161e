import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { CATEGORIES } from "@/lib/recap/types";

import { decodeBoardCursor, encodeBoardCursor } from "./cursor";

const keys = fc.tuple(
  fc.constantFrom(...CATEGORIES),
  fc.string({ unit: "grapheme" }).filter((title) => !title.includes("\0")),
  fc.uuid(),
);

describe("the cursor of a board", () => {
  it("carries the key of a row, in letters that need no escaping", () => {
    fc.assert(
      fc.property(keys, (key) => {
        const cursor = encodeBoardCursor(key);
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(decodeBoardCursor(cursor)).toEqual(key);
      }),
    );
  });

  it("is nothing when it was cut off, changed or made up", () => {
    const cursor = encodeBoardCursor(["compute", "Faster builds", "00000000-0000-4000-8000-000000000001"]);
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

    expect(decodeBoardCursor(null)).toBeNull();
    expect(decodeBoardCursor(cursor.slice(0, -9))).toBeNull();
    expect(decodeBoardCursor(made(["compute", "Faster builds", "1"]))).toBeNull();
    expect(decodeBoardCursor(made(["nonsense", "Faster builds", "00000000-0000-4000-8000-000000000001"]))).toBeNull();
    expect(decodeBoardCursor(made(["compute", "a\0b", "00000000-0000-4000-8000-000000000001"]))).toBeNull();
    fc.assert(fc.property(fc.base64String(), (text) => decodeBoardCursor(text) === null));
  });
});
