import fc from "fast-check";
import { expect, it } from "vitest";

import { INTERVAL, LONGEST, nextCheck } from "./schedule";

const NOW = new Date("2030-01-01T00:00:00Z");

it("waits an hour after success and longer after each failure, at most a day and a tenth", () => {
  const waits = [0, 1, 2, 3, 4, 5, 6, 50].map((failures) => waitFor({ failures, retryAfter: null, random: 0.5 }));

  expect(waits).toEqual([1, 1, 2, 4, 8, 16, 24, 24].map((hours) => hours * INTERVAL));
});

it("keeps within its limits, and to what the server asks for", () => {
  const given = {
    failures: fc.nat(1000),
    retryAfter: fc.option(fc.nat(7 * 24 * 3600)),
    random: fc.double({ min: 0, max: 1, noNaN: true }),
  };
  fc.assert(
    fc.property(fc.record(given), (one) => {
      const wait = waitFor(one);
      const asked = (one.retryAfter ?? 0) * 1000;
      expect(wait).toBeGreaterThanOrEqual(Math.max(Math.floor(0.9 * INTERVAL), asked));
      expect(wait).toBeLessThanOrEqual(Math.max(Math.ceil(1.1 * LONGEST), asked));
    }),
  );
});

function waitFor(given: { failures: number; retryAfter: number | null; random: number }): number {
  return nextCheck({ ...given, now: NOW }).getTime() - NOW.getTime();
}
