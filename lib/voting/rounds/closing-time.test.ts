import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { closingTime, localTime } from "./closing-time";
import { momentsAt, timeZoneOf, timeZones, wallClock } from "./time-zone";

const MINUTE = 60_000;
const zones = fc.constantFrom(...timeZones(), "Asia/Kolkata");
/** Minutes of this century. */
const moments = fc
  .integer({ min: Date.UTC(2000, 0) / MINUTE, max: Date.UTC(2100, 0) / MINUTE })
  .map((minute) => minute * MINUTE);

function closes(date: string, time: string, timeZone: string): string {
  const result = closingTime({ date, time, timeZone });
  return result.ok ? new Date(result.value.at).toISOString() : result.problem.message;
}

describe("closingTime", () => {
  it.each([
    ["2021-01-08", "17:00", "Europe/London", "2021-01-08T17:00:00.000Z"],
    ["2021-07-08", "17:00", "Europe/London", "2021-07-08T16:00:00.000Z"],
    ["2026-11-23", "00:00", "Asia/Kathmandu", "2026-11-22T18:15:00.000Z"],
    ["2026-11-23", "23:59", "Pacific/Kiritimati", "2026-11-23T09:59:00.000Z"],
    ["2028-02-29", "12:00", "UTC", "2028-02-29T12:00:00.000Z"],
  ])("takes %s, %s in %s for %s", (date, time, zone, expected) => {
    expect(closes(date, time, zone)).toBe(expected);
  });

  it("refuses an hour that clocks are put forward over, and says where they jump", () => {
    expect(closes("2026-03-29", "01:30", "Europe/London")).toBe(
      "There is no 01:30 on 29 Mar in Europe/London: clocks go from 01:00 straight to 02:00. Choose another time.",
    );
    expect(closes("2026-10-04", "02:15", "Australia/Lord_Howe")).toContain("from 02:00 straight to 02:30");
    // A day that a whole country skipped.
    expect(closes("2011-12-30", "12:00", "Pacific/Apia")).toContain("There is no 12:00");
    expect(closes("2026-03-29", "02:00", "Europe/London")).toBe("2026-03-29T01:00:00.000Z");
  });

  it("takes the later one of an hour that comes twice", () => {
    expect(closingTime({ date: "2026-10-25", time: "01:30", timeZone: "Europe/London" })).toEqual({
      ok: true,
      value: { at: Date.parse("2026-10-25T01:30:00Z"), isSecond: true },
    });
    expect(closingTime({ date: "2026-10-25", time: "02:00", timeZone: "Europe/London" })).toMatchObject({
      value: { isSecond: false },
    });
  });

  it.each([
    ["2026-02-30", "12:00"],
    ["2027-02-29", "12:00"],
    ["2026-13-01", "12:00"],
    ["2026-11-23", "24:00"],
    ["", ""],
    ["tomorrow", "noon"],
  ])("refuses the day %j at %j", (date, time) => {
    expect(closingTime({ date, time, timeZone: "UTC" })).toMatchObject({
      problem: { fields: { date: expect.any(String) } },
    });
  });

  it("gives back the moment whose local time it is told, or the later one that looks the same", () => {
    fc.assert(
      fc.property(moments, zones, (at, zone) => {
        const result = closingTime(localTime(at, zone));
        if (!result.ok) throw new Error(result.problem.message);
        const same = momentsAt(wallClock(at, zone), zone);
        expect(same).toContain(at);
        expect(result.value).toEqual({ at: same.at(-1), isSecond: same.length > 1 });
      }),
    );
  });

  it("shows what was typed, whatever the zone does that night, or says that there is no such hour", () => {
    fc.assert(
      fc.property(moments, zones, (wall, timeZone) => {
        const typed = { ...localTime(wall, "UTC"), timeZone };
        const result = closingTime(typed);
        if (result.ok) expect(localTime(result.value.at, timeZone)).toEqual(typed);
        else expect(momentsAt(wall, timeZone)).toEqual([]);
      }),
    );
  });

  it("finds both of the hours around every change of clocks", () => {
    // Half hour by half hour through the nights of both changes, each local time is found as often as it is shown.
    const shown = new Map<number, number>();
    for (const from of [Date.UTC(2026, 2, 6), Date.UTC(2026, 9, 30)]) {
      for (let at = from; at < from + 5 * 48 * 30 * MINUTE; at += 30 * MINUTE) {
        const wall = wallClock(at, "America/St_Johns");
        shown.set(wall, (shown.get(wall) ?? 0) + 1);
      }
    }
    const wrong = [...shown].filter(([wall, times]) => momentsAt(wall, "America/St_Johns").length !== times);
    expect(wrong).toEqual([]);
    expect([...shown.values()].filter((times) => times === 2)).toHaveLength(2);
  });
});

describe("timeZoneOf", () => {
  it.each([
    ["Europe/London", "Europe/London"],
    [" europe/london ", "Europe/London"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["UTC", "UTC"],
    ["America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
  ])("takes %j for %s", (text, name) => {
    expect(timeZoneOf(text)).toBe(name);
  });

  it.each(["", "Mars/Olympus", "+01:00", "GMT+1", "Europe/London; DROP TABLE round", "__proto__", "constructor"])(
    "takes %j for none",
    (text) => {
      expect(timeZoneOf(text)).toBeNull();
    },
  );

  it("takes any text without failing", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const zone = timeZoneOf(text);
        if (zone !== null) expect(Number.isFinite(wallClock(0, zone))).toBe(true);
      }),
    );
  });

  it("takes every zone that can be chosen", () => {
    expect(timeZones().filter((name) => timeZoneOf(name) !== name)).toEqual([]);
  });
});
