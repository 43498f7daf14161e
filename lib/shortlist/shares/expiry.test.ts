import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { dayAfter, expiryOf, lastDay } from "./expiry";

const NOW = new Date("2026-11-21T23:30:00Z");

describe("a link's end", () => {
  it("is the end of its last day in UTC, and says that day again", () => {
    const end = expiryOf("2026-12-24", NOW);

    expect(end).toEqual({ ok: true, value: new Date("2026-12-25T00:00:00Z") });
    expect(lastDay(new Date("2026-12-25T00:00:00Z"))).toBe("2026-12-24");
  });

  it("is none for a link that does not expire", () => {
    expect(expiryOf("never", NOW)).toEqual({ ok: true, value: null });
  });

  it.each(["2026-11-21", "2020-01-01", "2036-11-22", "2026-02-30", "tomorrow", "", "day"])(
    "is refused as %j, with a sentence at its field",
    (until) => {
      const refused = expiryOf(until, NOW);

      expect(refused).toMatchObject({ ok: false, problem: { kind: "invalid" } });
      if (!refused.ok) expect(refused.problem.fields?.until).toBe(refused.problem.message);
    },
  );

  it("lies after now for every number of days that is offered, whatever the hour", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2020-01-01"), max: new Date("2900-01-01"), noInvalidDate: true }),
        fc.integer({ min: 1, max: 3_000 }),
        (now, days) => {
          const day = dayAfter(now, days);
          const end = expiryOf(day, now);
          if (!end.ok || !end.value) throw new Error(`${day} was refused.`);

          expect(end.value.getTime() - now.getTime()).toBeGreaterThan((days - 1) * 86_400_000);
          expect(lastDay(end.value)).toBe(day);
        },
      ),
    );
  });
});
