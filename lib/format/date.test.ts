import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { formatDateTime, formatDay, formatDayOfYear, formatDays, formatMoment, formatOwnTime } from "./date";

// The tests run in Asia/Kathmandu: whatever is written without a zone lands on another day or hour.
describe("formatDay", () => {
  it("keeps the day of a moment just before midnight in UTC", () => {
    expect(formatDay("2020-12-18T23:59:59Z")).toBe("18 Dec 2020");
    expect(formatDayOfYear("2020-12-18T23:59:59Z")).toBe("18 Dec");
  });

  it("gives a moment the day it has in the zone that is asked for", () => {
    expect(formatDay("2020-12-18T23:59:59Z", "Asia/Kathmandu")).toBe("19 Dec 2020");
  });

  it("reads an ISO day as that day", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const [year, , day] = iso.split("-");
          expect(formatDay(iso).split(" ")).toEqual([String(Number(day)), expect.any(String), year]);
        },
      ),
    );
  });
});

describe("formatDateTime", () => {
  it("says the zone", () => {
    expect(formatDateTime("2021-01-08T17:00:00Z")).toBe("Fri 8 Jan 2021, 17:00 UTC");
    expect(formatDateTime("2021-07-08T17:00:00Z", "Europe/London")).toBe("Thu 8 Jul 2021, 18:00 BST");
  });

  it("writes midnight as 00:00 of the day that begins", () => {
    expect(formatDateTime("2021-01-09T00:00:00Z")).toBe("Sat 9 Jan 2021, 00:00 UTC");
  });
});

describe("formatMoment", () => {
  it("says day, time and zone without the year", () => {
    expect(formatMoment("2021-01-08T17:00:00Z", "Europe/London")).toBe("Fri 8 Jan, 17:00 GMT");
    expect(formatMoment("2021-01-08T17:00:00Z", "Asia/Tokyo")).toBe("Sat 9 Jan, 02:00 GMT+9");
  });
});

describe("formatOwnTime", () => {
  it.each([
    ["2021-01-08T17:00:00Z", "Europe/London", "Europe/Berlin", "18:00"],
    ["2021-01-08T17:00:00Z", "Europe/London", "Asia/Tokyo", "Sat 9 Jan, 02:00"],
    ["2021-01-08T17:00:00Z", "Europe/London", "UTC", null],
    ["2021-07-08T17:00:00Z", "Europe/London", "UTC", "17:00"],
    ["2021-01-08T17:00:00Z", "Europe/London", "Europe/London", null],
  ])("of %s, said in %s, is in %s %j", (at, saidIn, own, expected) => {
    expect(formatOwnTime(at, saidIn, own)).toBe(expected);
  });
});

describe("formatDays", () => {
  it.each([
    ["2020-12-01", "2020-12-01", "1 Dec 2020"],
    ["2020-12-01", "2020-12-18", "1 to 18 Dec 2020"],
    ["2021-11-29", "2021-12-03", "29 Nov to 3 Dec 2021"],
    ["2020-12-28", "2021-01-03", "28 Dec 2020 to 3 Jan 2021"],
    ["2020-12-01", "2021-12-01", "1 Dec 2020 to 1 Dec 2021"],
  ])("writes %s to %s as %j", (from, to, expected) => {
    expect(formatDays(from, to)).toBe(expected);
  });
});
