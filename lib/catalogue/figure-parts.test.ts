import fc from "fast-check";
import { expect, it } from "vitest";

import { figureParts } from "./figure-parts";

it.each([
  ["up to 40 % better price-performance, AWS's claim", "up to 40 %", "better price-performance, AWS's claim"],
  ["2 to 3.5 times the performance per watt", "2 to 3.5 times", "the performance per watt"],
  ["about $5 per 1,000 lines reviewed", "about $5", "per 1,000 lines reviewed"],
  ["at least about $90 a month", "at least about $90", "a month"],
  ["12 vCPUs", "12 vCPUs", ""],
  ["3,000 IOPS included", "3,000 IOPS", "included"],
  ["125 MB/s included", "125 MB/s", "included"],
  ["about 40 connectors", "about 40", "connectors"],
  ["5 mentions", "5", "mentions"],
  ["images of up to 10 GB", "", "images of up to 10 GB"],
])("splits %j after its number and unit", (text, figure, about) => {
  expect(figureParts(text)).toEqual({ figure, about });
});

it("loses nothing but the space between", () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 6 }), fc.nat(), (words, number) => {
      const text = `${number} ${words}`;
      const { figure, about } = figureParts(text);
      expect([figure, about].filter(Boolean).join(" ")).toBe(text);
    }),
  );
});
