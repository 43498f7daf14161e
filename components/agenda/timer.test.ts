import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addMinute, clockOf, leaveTimer, readTimer, returnTimer, startTimer, timeLeft, toggleTimer } from "./timer";

const T0 = 1_800_000_000_000;

describe("a time box", () => {
  it("runs down by the clock, however seldom it is looked at", () => {
    const timer = startTimer(5, T0);

    expect(timeLeft(timer, T0)).toBe(300_000);
    expect(timeLeft(timer, T0 + 120_000)).toBe(180_000);
    expect(timeLeft(timer, T0 + 342_000)).toBe(-42_000);
  });

  it("stands still while it is held, and goes on from there", () => {
    const held = toggleTimer(startTimer(5, T0), T0 + 60_000);

    expect(timeLeft(held, T0 + 900_000)).toBe(240_000);
    expect(timeLeft(toggleTimer(held, T0 + 900_000), T0 + 910_000)).toBe(230_000);
  });

  it("stands still while another announcement is shown; what a person holds stays held", () => {
    const running = leaveTimer(startTimer(5, T0), T0 + 60_000);
    const held = leaveTimer(toggleTimer(startTimer(5, T0), T0 + 60_000), T0 + 90_000);

    expect(timeLeft(returnTimer(running, T0 + 900_000), T0 + 910_000)).toBe(230_000);
    expect(returnTimer(held, T0 + 900_000)).toEqual({ state: "held", left: 240_000 });
  });

  it("gets a minute more, and a whole one after its end", () => {
    expect(timeLeft(addMinute(startTimer(5, T0), T0 + 1_000), T0 + 1_000)).toBe(359_000);
    expect(timeLeft(addMinute(startTimer(5, T0), T0 + 400_000), T0 + 400_000)).toBe(60_000);
    expect(addMinute({ state: "held", left: 5_000 }, T0)).toEqual({ state: "held", left: 65_000 });
  });

  it("comes back from storage, and nothing else does", () => {
    const kinds = fc.oneof(
      fc.record({ state: fc.constant("running"), endsAt: fc.integer() }),
      fc.record({ state: fc.constantFrom("held", "away"), left: fc.integer() }),
    );
    fc.assert(
      fc.property(kinds, (timer) => {
        expect(readTimer(JSON.parse(JSON.stringify(timer)))).toEqual(timer);
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readTimer(value)).toBeNull();
      }),
    );
    expect(readTimer({ state: "running", endsAt: null })).toBeNull();
  });

  it("is written as a clock shows it", () => {
    expect([300_000, 299_100, 61_000, 1, 0, -1, -999, -1_000, -42_500].map(clockOf)).toEqual([
      "5:00",
      "5:00",
      "1:01",
      "0:01",
      "0:00",
      "0:00",
      "0:00",
      "0:01",
      "0:42",
    ]);
  });
});
