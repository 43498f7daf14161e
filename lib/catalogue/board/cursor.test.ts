import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { CATEGORIES } from "@/lib/recap/types";

import { decodeBoardCursor, encodeBoardCursor, NO_SERVICE, type BoardKey, type Order } from "./cursor";
import { GROUPS, SORTS, type Group, type Sort } from "./filter";

const number = fc.double({ min: -1, max: 1, noNaN: true }).filter((value) => !Object.is(value, -0));
const share = fc.option(number, { nil: null });
const moment = fc.date({ min: new Date("1970-01-01"), noInvalidDate: true }).filter((day) => day.getFullYear() < 9999);
const iso = moment.map((day) => day.toISOString());

const values: Record<Sort, fc.Arbitrary<BoardKey["values"]>> = {
  category: fc.tuple(
    fc.constantFrom(...CATEGORIES),
    fc.string({ unit: "grapheme" }).filter((title) => !title.includes("\0")),
  ),
  relevance: fc.tuple(number.map((value) => Math.abs(value) * 100)),
  support: fc.tuple(share),
  disagreement: fc.tuple(share),
  mentions: fc.tuple(fc.integer()),
  newest: fc.tuple(iso),
  activity: fc.tuple(fc.option(iso, { nil: null })),
};

const groups: Record<Group, fc.Arbitrary<string | null>> = {
  none: fc.constant(null),
  category: fc.constantFrom(...CATEGORIES),
  service: fc.constantFrom("amazon-ec2", "aws-lambda", NO_SERVICE),
};

const orders: fc.Arbitrary<Order> = fc.record({
  sort: fc.constantFrom<Sort>("relevance", ...SORTS),
  group: fc.constantFrom(...GROUPS),
});

const standing = orders.chain(({ sort, group }) =>
  fc.record({
    order: fc.constant({ sort, group }),
    key: fc.record({ group: groups[group], values: values[sort], id: fc.uuid() }),
  }),
);

describe("the cursor of a board", () => {
  it("carries the key of a row, in letters that need no escaping", () => {
    fc.assert(
      fc.property(standing, ({ order, key }) => {
        const cursor = encodeBoardCursor(order, key);
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(decodeBoardCursor(order, cursor)).toEqual(key);
      }),
    );
  });

  it("is good for its own order alone", () => {
    fc.assert(
      fc.property(standing, orders, ({ order, key }, other) => {
        fc.pre(order.sort !== other.sort || order.group !== other.group);
        expect(decodeBoardCursor(other, encodeBoardCursor(order, key))).toBeNull();
      }),
    );
  });

  it("is nothing when it was cut off, changed or made up", () => {
    const id = "00000000-0000-4000-8000-000000000001";
    const order = { sort: "category", group: "category" } as const;
    const cursor = encodeBoardCursor(order, { group: "compute", values: ["compute", "Faster builds"], id });
    const made = (...key: unknown[]) => Buffer.from(JSON.stringify(key)).toString("base64url");
    const decode = (text: string | null) => decodeBoardCursor(order, text);

    expect(decode(null)).toBeNull();
    expect(decode(cursor.slice(0, -9))).toBeNull();
    expect(decode(made("category", "category", "compute", ["compute", "Faster builds"], "1"))).toBeNull();
    expect(decode(made("category", "category", "compute", ["nonsense", "Faster builds"], id))).toBeNull();
    expect(decode(made("category", "category", "compute", ["compute", "a\0b"], id))).toBeNull();
    fc.assert(fc.property(fc.base64String(), (text) => decode(text) === null));
  });

  it.each([
    ["newest", "0000-01-01T00:00:00Z"],
    ["newest", "2026-02-31T00:00:00Z"],
    ["newest", null],
    ["mentions", 1e300],
    ["mentions", 1.5],
    ["support", "0.5"],
    ["activity", 5],
  ] as const)("takes no value that %s cannot be compared with: %j", (sort, value) => {
    const key = [sort, "none", null, [value], "00000000-0000-4000-8000-000000000001"];
    const cursor = Buffer.from(JSON.stringify(key)).toString("base64url");
    expect(decodeBoardCursor({ sort, group: "none" }, cursor)).toBeNull();
  });
});
