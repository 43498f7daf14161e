import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { FIRST_PACE, gapsOf, paceOf, timeLeft, timeTaken, withGap } from "./pace";

const START = Date.UTC(2030, 0, 7, 9);

function event(announcementId: string, seconds: number) {
  return { announcementId, at: new Date(START + seconds * 1000) };
}

describe("gapsOf", () => {
  it("gives the seconds between the first marks of announcements, oldest first", () => {
    expect(gapsOf([event("c", 30), event("b", 12), event("a", 0)])).toEqual([12, 18]);
  });

  it("counts an announcement once, however often its note is saved", () => {
    expect(gapsOf([event("a", 0), event("a", 3), event("a", 5), event("b", 20), event("b", 21)])).toEqual([20]);
  });

  it("leaves out pauses, and many marked at once", () => {
    expect(gapsOf([event("a", 0), event("b", 10), event("c", 400), event("d", 400), event("e", 415)])).toEqual([
      10, 15,
    ]);
  });

  it("goes twenty marks back", () => {
    const events = Array.from({ length: 60 }, (_, n) => event(`announcement ${n}`, n < 30 ? n * 100 : 3000 + n * 5));

    expect(gapsOf(events)).toEqual(Array.from({ length: 20 }, () => 5));
  });
});

describe("paceOf", () => {
  it("is the median, which one long read does not move", () => {
    expect(paceOf([8, 12, 170])).toBe(12);
    expect(paceOf([8, 12, 14, 170])).toBe(13);
  });

  it("is what is usual before there is anything to go by", () => {
    expect(paceOf([])).toBe(FIRST_PACE);
  });

  it("lies between the shortest and the longest gap, in any order", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.5, max: 180, noNaN: true }), { minLength: 1 }), (gaps) => {
        const pace = paceOf(gaps);
        expect(pace).toBeGreaterThanOrEqual(Math.min(...gaps));
        expect(pace).toBeLessThanOrEqual(Math.max(...gaps));
        expect(paceOf(gaps.toReversed())).toBe(pace);
      }),
    );
  });
});

describe("withGap", () => {
  it("keeps the latest twenty, and nothing that is no pace", () => {
    const gaps = Array.from({ length: 20 }, () => 9);

    expect(withGap(gaps, 4)).toEqual([...gaps.slice(1), 4]);
    expect(withGap([9], 600)).toEqual([9]);
    expect(withGap([9], 0.01)).toEqual([9]);
  });
});

describe("the words", () => {
  it("say what is left, never nought", () => {
    expect(timeLeft(41, 13)).toBe("about 9 minutes left");
    expect(timeLeft(65, 20)).toBe("about 22 minutes left");
    expect(timeLeft(3, 20)).toBe("about 1 minute left");
    expect(timeLeft(1, 20)).toBe("less than a minute left");
    expect(timeLeft(2000, 13)).toBe("about 7 hours left");
  });

  it("say how long it took", () => {
    expect(timeTaken(12)).toBe("less than a minute");
    expect(timeTaken(60)).toBe("1 minute");
    expect(timeTaken(14 * 60 + 20)).toBe("14 minutes");
  });
});
