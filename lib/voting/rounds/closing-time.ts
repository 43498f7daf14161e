import { ok, refuse, type Result } from "@/lib/errors/problem";
import { formatDayOfYear } from "@/lib/format/date";

import { gapAround, momentsAt, wallClock } from "./time-zone";

/** What a form says of a closing time: "2026-01-08", "17:00", and a zone's IANA name. */
export type LocalTime = { date: string; time: string; timeZone: string };

export type ClosingTime = {
  /** Milliseconds since 1970. */
  at: number;
  /** Whether clocks show this hour twice that night; the later one is meant, so that nobody comes too late. */
  isSecond: boolean;
};

/**
 * The moment at which clocks of the zone show that day and hour; the later one of two when they are put back over it. An
 * hour that they are put forward over is refused with a sentence, as is a day that no calendar has.
 */
export function closingTime({ date, time, timeZone }: LocalTime): Result<ClosingTime> {
  const wall = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 16) !== `${date}T${time}`) {
    return wrong("date", "Choose a day that there is.");
  }
  const moments = momentsAt(wall, timeZone);
  const at = moments.at(-1);
  return at === undefined ? wrong("time", missingHour(wall, timeZone)) : ok({ at, isSecond: moments.length > 1 });
}

/** What clocks of the zone show at a moment, as a form's fields take it; to the minute. */
export function localTime(at: Date | number, timeZone: string): LocalTime {
  const [date = "", time = ""] = new Date(wallClock(Number(at), timeZone)).toISOString().split("T");
  return { date, time: time.slice(0, 5), timeZone };
}

function missingHour(wall: number, zone: string): string {
  const { from, to } = gapAround(wall, zone);
  const day = formatDayOfYear(new Date(wall));
  return `There is no ${hour(wall)} on ${day} in ${zone}: clocks go from ${hour(from)} straight to ${hour(to)}. Choose another time.`;
}

function hour(wall: number): string {
  return new Date(wall).toISOString().slice(11, 16);
}

function wrong(field: "date" | "time", message: string): Result<never> {
  return refuse("invalid", message, { fields: { [field]: message } });
}
